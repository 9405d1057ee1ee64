package io.calllog.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Sends raw bytes, such as malformed requests, and reads the HTTP/1.1 response. Requests should
 * contain {@code Connection: close}.
 */
public final class RawHttp {

  private static final int PATIENCE_MILLIS = 20_000;

  private final URI base;

  /** Connects to the same application as the API client. */
  public RawHttp(Api api) {
    this.base = api.base();
  }

  /** Sends text, each character as one byte. */
  public Answer send(String request) {
    return send(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends bytes. */
  public Answer send(byte[] request) {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (SocketException e) {
        // refused before everything was sent: the response says why
      }
      return read(firstLine(request), socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(firstLine(request), e);
    }
  }

  /** Sends text and returns everything that the server sends until it closes the connection. */
  public String exchange(String requests) {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(requests, e);
    }
  }

  private static Answer read(String request, InputStream in) throws IOException {
    String statusLine = line(in);
    if (!statusLine.startsWith("HTTP/1.1 ")) {
      throw new IOException("Answered with: " + statusLine);
    }
    int status = Integer.parseInt(statusLine.substring(9, 12));
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers
          .computeIfAbsent(header.substring(0, colon), _ -> new ArrayList<>())
          .add(header.substring(colon + 1).strip());
    }
    byte[] body = in.readAllBytes();
    if (headers.containsKey("Transfer-Encoding")) {
      body = unchunked(new ByteArrayInputStream(body));
    }
    if (headers.getOrDefault("Content-Encoding", List.of()).contains("gzip") && body.length > 0) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    return new Answer(
        request,
        status,
        HttpHeaders.of(headers, (_, _) -> true),
        new String(body, StandardCharsets.UTF_8));
  }

  private static byte[] unchunked(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    return body.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static String firstLine(byte[] request) {
    String text =
        new String(request, 0, Math.min(request.length, 300), StandardCharsets.ISO_8859_1);
    return text.lines().findFirst().orElse("");
  }
}
