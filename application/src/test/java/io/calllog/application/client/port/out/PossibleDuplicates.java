package io.calllog.application.client.port.out;

import static java.util.Comparator.comparing;

import io.calllog.application.client.view.PossibleDuplicate;
import io.calllog.application.testing.Ordering;
import io.calllog.application.testing.SearchFold;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which clients may be the same as another one, and why. */
final class PossibleDuplicates {

  private PossibleDuplicates() {}

  static List<PossibleDuplicate> among(Stream<Client> others, ClientDetails details) {
    return others
        .map(other -> possibleDuplicate(other, details))
        .filter(other -> !other.because().isEmpty())
        .sorted(
            comparing((PossibleDuplicate other) -> other.because().getFirst().equals("name"))
                .thenComparing(other -> Ordering.folded(other.name().value()))
                .thenComparing(other -> other.id().toString()))
        .limit(10)
        .toList();
  }

  private static PossibleDuplicate possibleDuplicate(Client client, ClientDetails details) {
    ClientDetails other = client.details();
    var email = details.email();
    List<String> because = new ArrayList<>();
    if (details.phones().stream()
        .anyMatch(phone ->
            other.phones().stream().anyMatch(theirs -> theirs.number().equals(phone.number())))) {
      because.add("phone");
    }
    if (email != null && other.email() != null && email.key().equals(other.email().key())) {
      because.add("email");
    }
    boolean similarCompany =
        details.company() == null
            || other.company() == null
            || SearchFold.similarity(details.company().value(), other.company().value()) >= 0.3;
    if (similarCompany
        && SearchFold.similarity(details.name().value(), other.name().value()) >= 0.5) {
      because.add("name");
    }
    return new PossibleDuplicate(client.id(), other.name(), other.company(), because);
  }
}
