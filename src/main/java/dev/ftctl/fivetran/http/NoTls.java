package dev.ftctl.fivetran.http;

import java.security.Provider;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// For plain HTTP on loopback. The JDK's client asks for a context before it knows whether there
/// will be TLS, and making Java's own loads all of its algorithms, a tenth of the start of a plan.
/// Whoever would speak TLS by this one gets no connection.
final class NoTls extends SSLContext {

  NoTls() {
    super(new Refusing(), new Nobody(), "none");
  }

  /// Without algorithms.
  private static final class Nobody extends Provider {

    private static final long serialVersionUID = 1L;

    private Nobody() {
      super("none", "1", "no TLS");
    }
  }

  private static final class Refusing extends SSLContextSpi {

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return new SSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return new SSLParameters();
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random) {
      throw none();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      throw none();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      throw none();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      throw none();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      throw none();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      throw none();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      throw none();
    }

    private static IllegalStateException none() {
      return new IllegalStateException("this client speaks plain HTTP alone");
    }
  }
}
