package io.calllog.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests to a server on this machine, which the program wrk sends. At most one in a hundred may
 * have another result than expected.
 *
 * @param connections each with one request at a time
 * @param address a path, or the address of the server if a kind of requests is given
 * @param weight what one response counts
 * @param expected whether successes are counted; otherwise errors are, such as 404
 * @param requests the arguments of requests.lua: a kind of requests; empty for GET of the address
 */
record Wrk(
    int connections, URI address, String token, int weight, boolean expected, List<String> requests)
    implements Load {

  static Wrk get(URI address, String token) {
    return new Wrk(32, address, token, 1, true, List.of("get"));
  }

  @Override
  public double run(Duration time) throws InterruptedException {
    String[] result = result(time);
    return counted(result) * weight * 1e6 / Long.parseLong(result[1]);
  }

  /** The 99th percentile of the time of a request, in milliseconds. */
  double percentile99(Duration time) throws InterruptedException {
    String[] result = result(time);
    counted(result);
    return Long.parseLong(result[4]) / 1e3;
  }

  private String[] result(Duration time) throws InterruptedException {
    var command =
        new ArrayList<>(
            List.of("wrk", "-t1", "-c" + connections, "-d" + time.toMillis() / 1000 + "s"));
    command.addAll(List.of("--timeout", "10s", "-s", "requests.lua"));
    command.addAll(List.of("-H", "Authorization: Bearer " + token, address.toString(), "--"));
    command.addAll(requests);
    return output(command).split(" ");
  }

  private long counted(String[] result) {
    long responses = Long.parseLong(result[0]);
    long errors = Long.parseLong(result[2]);
    long counted = expected ? responses - errors : errors;
    long others = responses - counted + Long.parseLong(result[3]);
    if (others > responses / 100) {
      throw new Refused(
          "%s: %d of %d requests had another result than expected"
              .formatted(address, others, responses));
    }
    return counted;
  }

  /** The last line. Standard error is shown. */
  private static String output(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      var lines =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      if (process.waitFor() != 0) {
        throw new Refused("wrk failed: " + String.join("\n", lines));
      }
      return lines.getLast();
    } catch (IOException e) {
      throw new UncheckedIOException("wrk is needed; most systems have a package of this name", e);
    }
  }
}
