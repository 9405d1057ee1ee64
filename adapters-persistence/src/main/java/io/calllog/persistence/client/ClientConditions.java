package io.calllog.persistence.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.SearchText;
import java.util.regex.Pattern;

/** What a client ({@code c}) must be to pass a filter, its region left aside. */
final class ClientConditions {

  /** What looks like (part of) a phone number as people write them. */
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()./-]*[0-9][+0-9 ()./-]*");

  private ClientConditions() {}

  static Conditions living(Parameters parameters, ClientFilter filter) {
    var conditions = new Conditions(parameters).and("c.deleted_at IS NULL");
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
      mention(conditions, filter.text());
    }
    return conditions;
  }

  private static void mention(Conditions conditions, String text) {
    String inText = "c.search_text LIKE " + SearchText.FOLDED;
    if (PHONE.matcher(text).matches()) {
      String digits = text.replaceAll("[^0-9]", "");
      // As typed nationally, the number begins with a zero that its international form lacks.
      conditions.and(
          inText + " OR c.phone LIKE ? OR c.phone LIKE ?",
          SearchText.literal(text),
          SearchText.containing(digits),
          SearchText.containing(digits.replaceFirst("^0(?=.)", "")));
    } else {
      conditions.and(inText, SearchText.literal(text));
    }
  }
}
