package io.calllog.persistence.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.LikePattern;
import io.calllog.persistence.shared.Parameters;
import java.util.regex.Pattern;

/** Conditions on a client, named {@code c} in SQL. */
final class ClientConditions {

  /** A phone number, or a part of one, in a common notation. */
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()./-]*[0-9][+0-9 ()./-]*");

  private ClientConditions() {}

  /** Deleted clients never match. The indexes have this condition. */
  static Conditions living(Parameters parameters) {
    return new Conditions(parameters).and("c.deleted_at IS NULL");
  }

  /** The conditions of the filter except the region. */
  static Conditions exceptRegion(Parameters parameters, ClientFilter filter) {
    var conditions = new Conditions(parameters);
    if (filter.status() != null) {
      conditions.and("c.status = ?", filter.status().name());
    }
    if (filter.owner() != null) {
      conditions.and("c.owner_id = ?", filter.owner().value());
    }
    if (filter.externalId() != null) {
      conditions.and("c.external_id = ?", filter.externalId().value());
    }
    if (filter.text() != null) {
      addText(conditions, filter.text());
    }
    return conditions;
  }

  private static void addText(Conditions conditions, String text) {
    String inText = "c.search_text LIKE " + LikePattern.FOLDED;
    if (PHONE.matcher(text).matches()) {
      String digits = text.replaceAll("[^0-9]", "");
      // In national notation, a number starts with a zero that the stored form does not have.
      conditions.and(
          inText + " OR c.phone LIKE ? OR c.phone LIKE ?",
          LikePattern.literal(text),
          LikePattern.containing(digits),
          LikePattern.containing(digits.replaceFirst("^0(?=.)", "")));
    } else {
      conditions.and(inText, LikePattern.literal(text));
    }
  }
}
