package io.calllog.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Steady load for minutes. Each minute adds a row to {@code target/soak.md}. The number of minutes
 * is the system property {@code calllog.soak.minutes}.
 */
@Tag("faults")
class SoakIT {

  private static final Path TABLE = Path.of("target/soak.md");
  private static final int MINUTES = Integer.getInteger("calllog.soak.minutes", 10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** In its first minutes, a JVM loads and compiles code. */
  private static final Duration WARM_UP = Duration.ofSeconds(90);

  private static final double SHARE = 0.7;

  @Test
  void neither_memory_nor_threads_nor_descriptors_nor_the_times_of_answers_grow() throws Exception {
    Commands.require("nginx", "mkfs.ext4");
    try (var site = new Site(Path.of("target/soak").toAbsolutePath(), 10);
        var load = new SteadyLoad(site.api(), site.officers(20))) {
      load.topRate(32, WARM_UP);
      double top = load.topRate(32, Duration.ofSeconds(30));
      Files.writeString(
          TABLE,
          """
          Top rate: %s requests a second. Load: %s.

          | minute | requests | not 2xx | p50 | p99 | resident memory | threads | descriptors |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          """
              .formatted(Math.round(top), Math.round(top * SHARE)));
      load.start((int) (top * SHARE));
      load.run(MINUTE);
      List<Minute> minutes = new ArrayList<>();
      for (int i = 1; i <= MINUTES; i++) {
        Instant start = Instant.now();
        load.run(MINUTE);
        Minute minute = Minute.since(start, load, site.nodes());
        minutes.add(minute);
        Files.writeString(TABLE, minute.markdown(i), StandardOpenOption.APPEND);
      }
      load.finish();

      assertThat(minutes).allSatisfy(minute -> assertThat(minute.bad()).isZero());
      Minute first = minutes.getFirst();
      Minute last = minutes.getLast();
      assertThat(last.p99()).isLessThan(first.p99().multipliedBy(2));
      for (int i = 0; i < first.nodes().size(); i++) {
        Resources before = first.nodes().get(i);
        Resources after = last.nodes().get(i);
        assertThat(after.residentMegabytes()).isLessThan(before.residentMegabytes() * 11 / 10);
        assertThat(after.threads()).isLessThan(before.threads() + 10);
        assertThat(after.descriptors()).isLessThan(before.descriptors() + 20);
      }
    }
  }

  private record Minute(int answers, long bad, Duration p50, Duration p99, List<Resources> nodes) {

    static Minute since(Instant start, SteadyLoad load, List<Node> nodes) throws IOException {
      List<Reply> replies =
          load.replies().stream().filter(reply -> reply.sent().isAfter(start)).toList();
      List<Duration> times = replies.stream().map(Reply::took).sorted().toList();
      List<Resources> resources = new ArrayList<>();
      for (Node node : nodes) {
        resources.add(Resources.of(node.process()));
      }
      return new Minute(
          replies.size(),
          replies.stream().filter(reply -> !reply.isGood()).count(),
          times.get(times.size() / 2),
          times.get(times.size() * 99 / 100),
          resources);
    }

    String markdown(int number) {
      return String.format(
          Locale.ROOT,
          "| %d | %,d | %d | %d ms | %d ms | %s MB | %s | %s |%n",
          number,
          answers,
          bad,
          p50.toMillis(),
          p99.toMillis(),
          each(nodes.stream().map(Resources::residentMegabytes)),
          each(nodes.stream().map(Resources::threads)),
          each(nodes.stream().map(Resources::descriptors)));
    }

    private static String each(Stream<?> values) {
      return String.join(" + ", values.map(String::valueOf).toList());
    }
  }

  /** The memory, threads and file descriptors of a process. */
  private record Resources(long residentMegabytes, long threads, long descriptors) {

    static Resources of(ProcessHandle process) throws IOException {
      Path proc = Path.of("/proc", String.valueOf(process.pid()));
      List<String> status = Files.readAllLines(proc.resolve("status"));
      try (Stream<Path> descriptors = Files.list(proc.resolve("fd"))) {
        return new Resources(
            number(status, "VmRSS:") / 1024, number(status, "Threads:"), descriptors.count());
      }
    }

    private static long number(List<String> lines, String name) {
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
