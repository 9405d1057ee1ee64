package io.calllog.rest.shared.openapi;

import io.calllog.rest.shared.binding.RecordFields.Field;
import java.time.LocalDate;

/** Descriptions of the query parameters. A name means the same in every list. */
final class ParameterDescriptions {

  private ParameterDescriptions() {}

  static String of(Field parameter) {
    boolean day = parameter.type() == LocalDate.class;
    return switch (parameter.name()) {
      case "limit" -> "The maximum number of items, 50 by default";
      case "cursor" -> "`nextCursor` of the previous page of the same list and filters";
      case "count" -> "Whether to return the number of items on all pages, exact up to 100,000";
      case "q" -> "A part of the name, or of other identifying fields, ignoring case";
      case "region" -> "In this region or below";
      case "status" -> "With this status";
      case "role" -> "With this role";
      case "ownerId" -> "Owned by this officer";
      case "officerId" -> "Of this officer; may be repeated";
      case "clientId" -> "With this client; may be repeated";
      case "type" -> "Of this type; may be repeated";
      case "outcome" -> "With this outcome; may be repeated";
      case "actorId" -> "Done by this officer";
      case "subjectType" -> "The kind of the subject";
      case "subjectId" -> "The id of the subject";
      case "action" -> "The action";
      case "from" -> day ? "The first day" : "At this time or later";
      case "to" -> day ? "The day after the last day; tomorrow by default" : "Before this time";
      case "compare" -> "`previous`: also the preceding range of the same length";
      case "externalId" -> "With this id in another system";
      case "minDurationSeconds" -> "The minimum duration in seconds";
      case "sort" -> "Newest first by default";
      default -> throw new IllegalStateException("Undescribed parameter " + parameter.name());
    };
  }
}
