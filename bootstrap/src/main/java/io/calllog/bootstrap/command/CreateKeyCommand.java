package io.calllog.bootstrap.command;

import io.calllog.application.key.port.in.CreateKey;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.RequestsPerMinute;
import io.calllog.domain.key.Scope;
import io.calllog.domain.shared.Failure;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** {@code create-key PBX --scopes=calls:write --region=EMEA/UK} creates a key for machines. */
final class CreateKeyCommand implements Command {

  private static final String SCOPES = "scopes";
  private static final String REGION = "region";
  private static final String REQUESTS_PER_MINUTE = "requests-per-minute";
  private static final String EXPIRES_AT = "expires-at";

  private static final Set<String> OPTIONS =
      Set.of(SCOPES, REGION, REQUESTS_PER_MINUTE, EXPIRES_AT);

  private final PrintStream out;

  CreateKeyCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "create-key";
  }

  @Override
  public List<String> arguments() {
    return List.of("<name>");
  }

  @Override
  public String options() {
    return "--scopes=<scope>,… --region=<path> [--requests-per-minute=<number>]"
        + " [--expires-at=<time>]";
  }

  @Override
  public boolean run(List<String> arguments, ApplicationContext application) {
    try {
      CreateKey.Command command =
          read(arguments.getFirst(), new CommandOptions(application, OPTIONS));
      CreateKey.Created created = application.getBean(CreateKey.class).create(command);
      out.printf(
          "Done: this is the key '%s'. It is not shown again.%n%s%n",
          created.key().key().details().name().value(), created.secret().value());
      return true;
    } catch (InvalidInput e) {
      out.printf("Nothing was changed:%n");
      e.violations().forEach(v -> out.printf("  %s %s%n", v.field(), v.message()));
      return false;
    } catch (Failure e) {
      out.printf("Nothing was changed: %s%n", e.detail());
      return false;
    }
  }

  private static CreateKey.Command read(String name, CommandOptions options) {
    String limit = options.value(REQUESTS_PER_MINUTE);
    String end = options.value(EXPIRES_AT);
    String region = options.value(REGION);
    if (region == null) {
      throw new InvalidInput(REGION, "required", "is required; --region= is the root");
    }
    var details =
        new ApiKeyDetails(
            new Name(name),
            limit == null ? RequestsPerMinute.DEFAULT : new RequestsPerMinute(number(limit)),
            end == null ? null : time(end));
    List<Scope> scopes =
        Stream.of(Objects.requireNonNullElse(options.value(SCOPES), "").split(","))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(CreateKeyCommand::scope)
            .toList();
    return new CreateKey.Command(null, details, scopes, new RegionPath(region));
  }

  private static Scope scope(String text) {
    return Stream.of(Scope.values())
        .filter(scope -> scope.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> {
          String all =
              Arrays.stream(Scope.values()).map(Scope::toString).collect(Collectors.joining(", "));
          return new InvalidInput(SCOPES, "unknown-value", "must be some of " + all);
        });
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw new InvalidInput(REQUESTS_PER_MINUTE, "wrong-type", "must be an integer");
    }
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw new InvalidInput(
          EXPIRES_AT, "malformed", "must be a time, such as 2027-01-31T00:00:00Z");
    }
  }
}
