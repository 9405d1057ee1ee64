package io.calllog.application.client.port.out;

import io.calllog.application.client.view.CallCoverage;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.client.view.OwnedClient;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.SearchText;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Ordering;
import io.calllog.application.testing.SearchFold;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The filters and the orders of lists of clients. */
final class ClientLists {

  private ClientLists() {}

  /** Returns whether the fields of a client, without its external id, are as the filter says. */
  static boolean passes(ClientDetails details, ClientFilter filter) {
    return (filter.statuses().isEmpty() || filter.statuses().contains(details.status()))
        && (filter.region() == null || filter.region().contains(details.region()))
        && (filter.owners().isEmpty()
            || (details.ownerId() != null && filter.owners().contains(details.ownerId())))
        && (!filter.unowned() || details.ownerId() == null)
        && (filter.phone() == null || numbers(details).contains(filter.phone().value()))
        && (filter.text() == null || mentions(details, filter.text()));
  }

  private static List<String> numbers(ClientDetails details) {
    return details.phones().stream().map(phone -> phone.number().value()).toList();
  }

  private static boolean mentions(ClientDetails details, SearchText text) {
    var company = details.company();
    var email = details.email();
    String digits = String.join("\n", numbers(details));
    String fields =
        String.join(
            "\n",
            details.name().value(),
            company == null ? "" : company.value(),
            email == null ? "" : email.value(),
            digits);
    return SearchFold.matches(text, fields)
        || text.phoneParts().stream().anyMatch(digits::contains);
  }

  /** Returns whether the calls with a client are as the filter says. */
  static boolean isCalledAs(
      ListedClient listed, ClientFilter filter, ReportingZone zone, InstantSource clock) {
    LocalDate today = zone.today(clock);
    Instant last = listed.lastCallAt();
    LocalDate lastDay = last == null ? null : LocalDate.ofInstant(last, zone.id());
    CallInterval every = listed.client().details().callEvery();
    return (filter.notCalledFor() == null
            || lastDay == null
            || filter.notCalledFor().isOver(lastDay, today))
        && (filter.coverage().isEmpty()
            || (every != null
                && filter.coverage().contains(CallCoverage.of(every, lastDay, today))));
  }

  static Slice<ListedClient, ByName> byName(Stream<ListedClient> clients, Paging<ByName> paging) {
    return Ordering.page(clients, ClientLists::place, Ordering.BY_NAME, paging);
  }

  static Slice<ListedClient, ByLastCall> byLastCall(
      Stream<ListedClient> clients, boolean latestFirst, Paging<ByLastCall> paging) {
    return Ordering.page(clients, ClientLists::lastCall, byLastCall(latestFirst), paging);
  }

  static void export(Stream<OwnedClient> clients, ClientOrder order, Export<OwnedClient> export) {
    if (order == ClientOrder.NAME) {
      Ordering.export(clients, client -> place(client.listed()), Ordering.BY_NAME, export);
    } else {
      Ordering.export(
          clients,
          client -> lastCall(client.listed()),
          byLastCall(order == ClientOrder.LATEST_CALL_FIRST),
          export);
    }
  }

  private static ByName place(ListedClient listed) {
    Client client = listed.client();
    return new ByName(Ordering.folded(client.details().name().value()), client.id().value());
  }

  private static ByLastCall lastCall(ListedClient listed) {
    return new ByLastCall(listed.lastCallAt(), listed.client().id().value());
  }

  private static Comparator<ByLastCall> byLastCall(boolean latestFirst) {
    return latestFirst ? Ordering.BY_LAST_CALL.reversed() : Ordering.BY_LAST_CALL;
  }
}
