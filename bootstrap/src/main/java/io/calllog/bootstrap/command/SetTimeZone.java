package io.calllog.bootstrap.command;

import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.application.analytics.view.CountedDay;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.shared.Failure;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationContext;

/** {@code set-time-zone Europe/London} changes the reporting time zone. */
final class SetTimeZone implements Command {

  private final PrintStream out;

  SetTimeZone(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "set-time-zone";
  }

  @Override
  public List<String> arguments() {
    return List.of("<IANA time zone>");
  }

  @Override
  public String options() {
    return "";
  }

  @Override
  public boolean run(List<String> arguments, ApplicationContext application) {
    try {
      ReportingZone zone = ReportingZone.of(arguments.getFirst());
      ChangeReportingZone reporting = application.getBean(ChangeReportingZone.class);
      out.printf(
          "Changing the time zone from %s to %s. Counting all calls.%n", reporting.current(), zone);
      long days = reporting.change(new ChangeReportingZone.Command(zone, this::report));
      out.printf(
          Locale.ROOT,
          "Done: %,d days. Start the nodes with calllog.reporting.time-zone=%s.%n",
          days,
          zone);
      return true;
    } catch (Failure e) {
      out.printf("Nothing was changed: %s%n", e.detail());
      return false;
    }
  }

  /** Prints one line per percent. */
  private void report(CountedDay counted) {
    long percent = counted.done() * 100 / counted.all();
    if (percent != (counted.done() - 1) * 100 / counted.all()) {
      out.printf(Locale.ROOT, "%3d %%  %s%n", percent, counted.day());
    }
  }
}
