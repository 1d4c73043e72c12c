package dev.interlock.report.html;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, spoken to as its developer tools do. */
final class Browser implements AutoCloseable {
  /** Names the browser to use, if it is not on the path. */
  private static final String VARIABLE = "INTERLOCK_BROWSER";

  private static final ImmutableList<String> NAMES =
      ImmutableList.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
  private final ImmutableList.Builder<JsonObject> events = ImmutableList.builder();
  private final WebSocket socket;
  private int lastId;

  private Browser(Process process, Path profile) throws Exception {
    this.process = process;
    Path port = profile.resolve("DevToolsActivePort");
    for (long end = System.nanoTime() + PATIENCE.toNanos(); !isWritten(port); ) {
      if (System.nanoTime() - end > 0 || !process.isAlive()) {
        throw new IllegalStateException("the browser does not start");
      }
      Thread.sleep(50);
    }
    String server = "127.0.0.1:" + Files.readAllLines(port).get(0);
    HttpRequest page =
        HttpRequest.newBuilder(URI.create("http://" + server + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    JsonObject target =
        JsonParser.parseString(http.send(page, BodyHandlers.ofString()).body()).getAsJsonObject();
    this.socket =
        http.newWebSocketBuilder()
            .buildAsync(
                URI.create(target.get("webSocketDebuggerUrl").getAsString()), new Listener())
            .get();
  }

  /** Returns the browser of this machine, if there is one. */
  static Optional<Path> find() {
    String named = System.getenv(VARIABLE);
    if (!Strings.isNullOrEmpty(named)) {
      return Optional.of(Path.of(named));
    }
    return Splitter.on(File.pathSeparatorChar)
        .splitToStream(System.getenv("PATH"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts a browser that keeps its files in an empty folder. */
  static Browser start(Path executable, Path profile) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
                executable.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("output").toFile());
    command.environment().put("TMPDIR", profile.toString());
    Process process = command.start();
    try {
      return new Browser(process, profile);
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static boolean isWritten(Path port) throws IOException {
    return Files.exists(port) && Files.readString(port).contains("\n");
  }

  /** Shows a page, and returns when it is loaded. */
  void show(Path page) throws Exception {
    for (String domain : ImmutableList.of("Page", "Network", "Runtime", "Log")) {
      send(domain + ".enable", new JsonObject());
    }
    JsonObject parameters = new JsonObject();
    parameters.addProperty("url", page.toUri().toString());
    send("Page.navigate", parameters);
    JsonObject message = next();
    while (!nameOf(message).equals("Page.loadEventFired")) {
      message = next();
    }
  }

  /** Returns the name of an event; nothing if the message answers a command. */
  private static String nameOf(JsonObject message) {
    return message.has("method") ? message.get("method").getAsString() : "";
  }

  /** Returns what an expression of JavaScript is in the page. */
  JsonElement evaluate(String expression) throws Exception {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("expression", expression);
    parameters.addProperty("returnByValue", true);
    JsonObject result = send("Runtime.evaluate", parameters);
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(result.toString());
    }
    return result.getAsJsonObject("result").get("value");
  }

  /** Makes the window this wide. */
  void resize(int width) throws Exception {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("width", width);
    parameters.addProperty("height", 1200);
    parameters.addProperty("deviceScaleFactor", 1);
    parameters.addProperty("mobile", false);
    send("Emulation.setDeviceMetricsOverride", parameters);
  }

  /** Returns what the browser told of by this name since it was started. */
  ImmutableList<JsonObject> events(String name) {
    return events.build().stream()
        .filter(event -> nameOf(event).equals(name))
        .map(event -> event.getAsJsonObject("params"))
        .collect(ImmutableList.toImmutableList());
  }

  private JsonObject send(String method, JsonObject parameters) throws Exception {
    JsonObject command = new JsonObject();
    command.addProperty("id", ++lastId);
    command.addProperty("method", method);
    command.add("params", parameters);
    socket.sendText(command.toString(), /* last= */ true).get();
    while (true) {
      JsonObject message = next();
      if (message.has("id") && message.get("id").getAsInt() == lastId) {
        if (message.has("error")) {
          throw new IllegalStateException(message.toString());
        }
        return message.getAsJsonObject("result");
      }
    }
  }

  private JsonObject next() throws InterruptedException {
    JsonObject message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (message == null) {
      throw new IllegalStateException("the browser does not answer");
    }
    if (message.has("method")) {
      events.add(message);
    }
    return message;
  }

  /** Ends the browser and the processes that it has started, which write into its folder. */
  @Override
  public void close() {
    ImmutableList<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
            .collect(ImmutableList.toImmutableList());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
  }

  /** Puts messages together, which come in pieces. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder piece = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      piece.append(text);
      if (last) {
        messages.add(JsonParser.parseString(piece.toString()).getAsJsonObject());
        piece.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, text, last);
    }
  }
}
