package dev.ftctl.sandbox.store;

import static dev.ftctl.sandbox.SandboxCase.json;
import static dev.ftctl.sandbox.SandboxCase.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void areKeptAsFingerprintsThatTellEqualOnes() {
    assertThat(Secrets.fingerprint("hunter22"))
        .isEqualTo(Secrets.fingerprint("hunter22"))
        .isNotEqualTo(Secrets.fingerprint("hunter23"))
        .doesNotContain("hunter22");
  }

  @Test
  void areKeptSoInEveryLeaf() {
    var node = parsed(json("{'a':['hunter22'],'b':null}"));

    assertThat(Secrets.fingerprinted(node).path("a").path(0).asText())
        .isEqualTo(Secrets.fingerprint("hunter22"));
    assertThat(Secrets.fingerprinted(node).path("b").isNull()).isTrue();
  }

  @Test
  void keepTheirFingerprintWhenItIsTakenAgain() {
    String once = Secrets.fingerprint("hunter22");

    assertThat(Secrets.fingerprint(once)).isEqualTo(once);
  }

  @Test
  void hideEveryLeafButWhatMeansNoSecret() {
    var node = parsed(json("{'a':'x','b':[1,{'c':true}],'d':null,'e':''}"));

    assertThat(Secrets.hidden(node))
        .isEqualTo(parsed(json("{'a':'******','b':['******',{'c':'******'}],'d':null,'e':''}")));
  }

  @Test
  void showMaskedWhereverTheirFingerprintStands() {
    var kept = parsed(json("{'plain':'x','list':['F',{'in':'F'}],'none':null}"));
    var text = kept.toString().replace("\"F\"", '"' + Secrets.fingerprint("hunter22") + '"');

    assertThat(Secrets.masked(parsed(text)))
        .isEqualTo(parsed(json("{'plain':'x','list':['******',{'in':'******'}],'none':null}")));
  }
}
