package io.calllog.bootstrap.command;

import io.calllog.application.migration.port.in.CompareWithNode;
import io.calllog.application.migration.port.in.CompareWithNode.Difference;
import io.calllog.application.migration.port.in.CompareWithNode.Sums;
import io.calllog.application.migration.port.in.CompareWithNode.Totals;
import io.calllog.application.migration.view.OfficerDay;
import io.calllog.application.shared.ServiceFailure;
import io.calllog.domain.shared.Failure;
import io.calllog.domain.shared.InvalidInput;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** {@code compare-node} compares the figures of the Node backend with those of this application. */
final class CompareNode implements Command {

  private static final String LINE = "%-10s  %-36s  %9s %9s  %9s %9s  %12s %12s%n";

  private final PrintStream out;

  CompareNode(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "compare-node";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }

  @Override
  public String options() {
    return NodeOptions.CONNECTION + " [--from=<date>] [--to=<date>]";
  }

  @Override
  public boolean run(List<String> arguments, ApplicationContext application) {
    try {
      var options = new NodeOptions(application, Set.of("from", "to"));
      Totals totals =
          application
              .getBean(CompareWithNode.class)
              .compare(
                  new CompareWithNode.Command(
                      options.connection(),
                      day(options, "from"),
                      day(options, "to"),
                      new Differences()::print));
      print(totals);
      return totals.different() == 0;
    } catch (Failure e) {
      out.printf("The comparison has stopped: %s%n", e.detail());
      return false;
    } catch (ServiceFailure e) {
      out.printf("The comparison has stopped: %s%n", e.getMessage());
      return false;
    }
  }

  private static @Nullable LocalDate day(NodeOptions options, String name) {
    String text = options.text(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new InvalidInput("--" + name, "malformed", "must be a date such as 2026-11-20");
    }
  }

  private void print(Totals totals) {
    Sums node = totals.node();
    Sums here = totals.here();
    out.printf(
        Locale.ROOT,
        "%n%-10s %,15d calls %,15d connected %,18d seconds%n%-10s %,15d calls %,15d connected %,18d seconds%n",
        "Node",
        node.calls(),
        node.connected(),
        node.seconds(),
        "here",
        here.calls(),
        here.connected(),
        here.seconds());
    out.printf(
        Locale.ROOT,
        "%,d days of officers compared, %,d differ.%n",
        totals.compared(),
        totals.different());
  }

  private final class Differences {

    private boolean any;

    void print(Difference difference) {
      if (!any) {
        any = true;
        out.printf(LINE, "", "", "calls", "", "connected", "", "seconds", "");
        out.printf(LINE, "day", "officer", "Node", "here", "Node", "here", "Node", "here");
      }
      OfficerDay node = difference.node();
      OfficerDay here = difference.here();
      out.printf(
          LINE,
          node.day(),
          node.officer() == null ? "(no officer)" : node.officer(),
          node.calls(),
          here.calls(),
          node.connected(),
          here.connected(),
          node.seconds(),
          here.seconds());
    }
  }
}
