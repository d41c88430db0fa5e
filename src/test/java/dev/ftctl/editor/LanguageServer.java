package dev.ftctl.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A `yaml-language-server` over stdio, spoken to one message at a time.
final class LanguageServer {

  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final InputStream in;
  private final OutputStream out;
  private final ObjectNode settings;
  private int lastId;

  /// @param folder with the installed package
  /// @param schema that holds for every document
  LanguageServer(Path folder, Path schema) throws IOException {
    Path script = folder.resolve("node_modules/yaml-language-server/bin/yaml-language-server");
    process =
        new ProcessBuilder("node", script.toString(), "--stdio")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    in = new BufferedInputStream(process.getInputStream());
    out = process.getOutputStream();
    settings = JSON.createObjectNode();
    ObjectNode yaml = settings.putObject("yaml");
    yaml.put("validate", true).put("completion", true);
    yaml.putObject("schemaStore").put("enable", false);
    yaml.putObject("schemas").put(schema.toUri().toString(), "*.yaml");
    ObjectNode hello = JSON.createObjectNode();
    hello.putNull("processId").putNull("rootUri");
    hello.putObject("capabilities").putObject("workspace").put("configuration", true);
    request("initialize", hello);
    notify("initialized", JSON.createObjectNode());
    notify("workspace/didChangeConfiguration", JSON.createObjectNode().set("settings", settings));
  }

  /// What is wrong with a document, as the editor underlines it.
  JsonNode diagnostics(String uri, String text) throws IOException {
    open(uri, text);
    while (true) {
      JsonNode message = answered();
      boolean isAboutIt = message.at("/params/uri").asText().equals(uri);
      if (message.path("method").asText().equals("textDocument/publishDiagnostics") && isAboutIt) {
        return message.at("/params/diagnostics");
      }
    }
  }

  /// What is offered at a place, lines and columns from 0.
  JsonNode completions(String uri, int line, int column) throws IOException {
    ObjectNode place = JSON.createObjectNode();
    place.putObject("textDocument").put("uri", uri);
    place.putObject("position").put("line", line).put("character", column);
    return request("textDocument/completion", place).at("/result/items");
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private void open(String uri, String text) throws IOException {
    ObjectNode document = JSON.createObjectNode();
    document
        .putObject("textDocument")
        .put("uri", uri)
        .put("languageId", "yaml")
        .put("version", 1)
        .put("text", text);
    notify("textDocument/didOpen", document);
  }

  private JsonNode request(String method, JsonNode params) throws IOException {
    int id = ++lastId;
    send(JSON.createObjectNode().put("id", id).put("method", method).set("params", params));
    while (true) {
      JsonNode message = answered();
      if (message.path("id").asInt() == id && !message.has("method")) {
        return message;
      }
    }
  }

  private void notify(String method, JsonNode params) throws IOException {
    send(JSON.createObjectNode().put("method", method).set("params", params));
  }

  private void send(JsonNode message) throws IOException {
    byte[] body = JSON.writeValueAsBytes(((ObjectNode) message).put("jsonrpc", "2.0"));
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  /// The next message; what the server asks for is answered on the way.
  private JsonNode answered() throws IOException {
    JsonNode message = read();
    if (message.has("method") && message.has("id")) {
      ObjectNode answer = JSON.createObjectNode();
      answer.set("id", message.get("id"));
      if (message.path("method").asText().equals("workspace/configuration")) {
        var list = answer.putArray("result");
        message
            .at("/params/items")
            .forEach(item -> list.add(settings.path(item.path("section").asText())));
      } else {
        answer.putNull("result");
      }
      send(answer);
    }
    return message;
  }

  private JsonNode read() throws IOException {
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    return JSON.readTree(in.readNBytes(length));
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the language server went away");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }
}
