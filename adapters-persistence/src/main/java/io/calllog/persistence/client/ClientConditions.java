package io.calllog.persistence.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.SearchText;

/** What a client ({@code c}) must be to pass a filter, its region left aside. */
final class ClientConditions {

  /** Fewer digits would be found in nearly every number. */
  private static final int FEWEST_PHONE_DIGITS = 3;

  private ClientConditions() {}

  static Conditions living(Parameters parameters, ClientFilter filter) {
    var conditions = new Conditions(parameters).and("c.deleted_at IS NULL");
    if (filter.status() != null) {
      conditions.and("c.status = ?", filter.status().name());
    }
    if (filter.owner() != null) {
      conditions.and("c.owner_id = ?", filter.owner().value());
    }
    if (filter.text() != null) {
      mention(conditions, filter.text());
    }
    return conditions;
  }

  private static void mention(Conditions conditions, String text) {
    String inText = "c.search_text LIKE " + SearchText.FOLDED;
    // As typed nationally, the number begins with a zero that its international form lacks.
    String digits = text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    if (digits.length() < FEWEST_PHONE_DIGITS) {
      conditions.and(inText, SearchText.literal(text));
    } else {
      conditions.and(
          inText + " OR c.phone LIKE ?", SearchText.literal(text), SearchText.containing(digits));
    }
  }
}
