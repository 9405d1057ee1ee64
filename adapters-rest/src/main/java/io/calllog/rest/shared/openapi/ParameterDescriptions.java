package io.calllog.rest.shared.openapi;

import io.calllog.rest.shared.binding.RecordFields.Field;
import java.time.LocalDate;

/** What the query parameters mean; one name means the same in every list. */
final class ParameterDescriptions {

  private ParameterDescriptions() {}

  static String of(Field parameter) {
    boolean day = parameter.type() == LocalDate.class;
    return switch (parameter.name()) {
      case "limit" -> "Most items of a page, 50 by default";
      case "cursor" -> "`nextCursor` of the page before; of the same list and filters";
      case "count" -> "Whether to count the items of all pages, exactly up to 100,000";
      case "q" -> "Part of the name or what else identifies it, without regard to case";
      case "region" -> "At or below this region";
      case "status" -> "Of this status";
      case "role" -> "Of this role";
      case "ownerId" -> "Looked after by this officer";
      case "officerId" -> "Of this officer; may be repeated";
      case "clientId" -> "With this client; may be repeated";
      case "type" -> "Of this type; may be repeated";
      case "outcome" -> "With this outcome; may be repeated";
      case "actorId" -> "Done by this officer";
      case "subjectType" -> "Done to a thing of this kind";
      case "subjectId" -> "Done to this thing";
      case "action" -> "This was done, or tried";
      case "from" -> day ? "The first day" : "Started, or happened, at this time or later";
      case "to" ->
          day
              ? "The day after the last; tomorrow by default"
              : "Started, or happened, before this time";
      case "compare" -> "Beside what";
      case "minDurationSeconds" -> "Lasted this many seconds or more";
      case "sort" -> "Newest first by default";
      default -> throw new IllegalStateException("Undescribed parameter " + parameter.name());
    };
  }
}
