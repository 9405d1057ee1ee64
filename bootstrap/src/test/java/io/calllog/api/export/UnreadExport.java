package io.calllog.api.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.calllog.api.Account;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A request for an export whose response is not read until a test does. */
final class UnreadExport implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket = new Socket();

  /** Sends the request and waits for the first byte of the response. */
  UnreadExport(Account reader) throws IOException {
    URI base = reader.api().base();
    socket.setReceiveBufferSize(4 * 1024); // the server can send no more in advance
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
    socket
        .getOutputStream()
        .write(
            """
            GET /api/calls.csv HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Connection: close\r
            \r
            """
                .formatted(reader.token())
                .getBytes(ISO_8859_1));
    socket.getInputStream().read();
  }

  /** The rest of the response, with the chunks as they were sent. */
  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
