package io.calllog.bootstrap.command;

import io.calllog.application.migration.port.in.ImportNode;
import io.calllog.application.migration.view.ImportCounts;
import io.calllog.application.migration.view.ImportListener;
import io.calllog.application.migration.view.LeftOut;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.shared.ServiceFailure;
import io.calllog.domain.shared.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** {@code import-node} imports the tables of the Node backend. */
final class ImportFromNode implements Command {

  private final PrintStream out;

  ImportFromNode(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "import-node";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }

  @Override
  public String options() {
    return NodeOptions.CONNECTION + " [--regions=<file>] [--report=<file>] [--delete]";
  }

  @Override
  public boolean run(List<String> arguments, ApplicationContext application) {
    try {
      var options = new NodeOptions(application, Set.of("regions", "report", "delete"));
      try (var report = LeftOutReport.open(options.text("report"), out)) {
        print(
            application
                .getBean(ImportNode.class)
                .importAll(
                    new ImportNode.Command(
                        options.connection(),
                        RegionFile.read(options.text("regions")),
                        options.has("delete"),
                        new Progress(report))));
        report.summarize();
        return true;
      }
    } catch (Failure e) {
      return stopped(e.detail());
    } catch (ServiceFailure | IOException e) {
      return stopped(String.valueOf(e.getMessage()));
    }
  }

  private boolean stopped(String reason) {
    out.printf(
        "The import has stopped: %s%nWhat was imported stays. Run the command again.%n", reason);
    return false;
  }

  private void print(Map<NodeTable, ImportCounts> tables) {
    out.printf(
        "%n%-9s %11s %11s %11s %11s %11s %11s %11s %11s%n",
        "", "read", "added", "changed", "unchanged", "kept", "left out", "deleted", "missing");
    tables.forEach((table, counts) ->
        out.printf(
            Locale.ROOT,
            "%-9s %,11d %,11d %,11d %,11d %,11d %,11d %,11d %,11d%n",
            table,
            counts.read(),
            counts.added(),
            counts.changed(),
            counts.unchanged(),
            counts.kept(),
            counts.leftOut(),
            counts.deleted(),
            counts.missing()));
    if (tables.values().stream().anyMatch(counts -> counts.kept() > 0)) {
      out.println("kept: changed or deleted here later than in the Node backend.");
    }
    if (tables.values().stream().anyMatch(counts -> counts.missing() > 0)) {
      out.println("missing: no longer in the Node backend. Use --delete to delete them here too.");
    }
  }

  /** Prints one line per percent. */
  private final class Progress implements ImportListener {

    private final LeftOutReport report;

    Progress(LeftOutReport report) {
      this.report = report;
    }

    private long printed = -1;

    @Override
    public void progress(NodeTable table, long done, long all) {
      long percent = done * 100 / all;
      if (percent != printed) {
        out.printf(Locale.ROOT, "%3d %%  %,d %s%n", percent, done, table);
        printed = percent;
      }
    }

    @Override
    public void leftOut(LeftOut what) {
      report.add(what);
    }
  }
}
