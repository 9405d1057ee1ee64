package io.calllog.application.client.port.out;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.client.port.out.ClientViews.AsOf;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.client.view.PossibleDuplicate;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.SearchText;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract of {@link ClientViews}. */
public abstract class ClientViewsContract extends ClientCallsContract {

  @Test
  void returns_a_client_as_stored() {
    Officer owner = keep(samples.officer("Anna", samples.root()));
    Client full =
        keep(
            samples.client(
                new ClientDetails(
                    new Name("Zoë"),
                    new Name("Acme"),
                    List.of(Phone.of(new PhoneNumber("+442079460958"))),
                    new EmailAddress("Zoe@Example.com"),
                    new PostalAddress("1 Long Lane\nLondon"),
                    samples.root(),
                    ClientStatus.CONVERTED,
                    owner.id(),
                    null,
                    CallInterval.ofDays(14))));
    Client bare = keep(samples.client("Bare", samples.root()));

    assertThat(views().find(full.id(), Visibility.EVERYTHING)).contains(full);
    assertThat(views().find(bare.id(), Visibility.EVERYTHING)).contains(bare);
    assertThat(list(inRoot(), Paging.first()))
        .isEqualTo(new Slice<>(List.of(bare, full), null, null));
  }

  @Test
  void does_not_return_unknown_or_deleted_ones() {
    Client client = keep(samples.client("Acme", samples.root()));
    doInTransaction(() -> storage().clients().remove(client, Samples.NOW));

    assertThat(views().find(client.id(), Visibility.EVERYTHING)).isEmpty();
    assertThat(views().find(new ClientId(samples.id(Samples.NOW)), Visibility.EVERYTHING))
        .isEmpty();
    assertThat(list(inRoot(), new Paging<>(10, null, true)))
        .isEqualTo(new Slice<>(List.of(), null, new Total(0, false)));
  }

  @Test
  void finds_possible_duplicates() {
    Client grace =
        keep(described("Grace Hopper", "Navy Yard", "+12025550143", "Grace@Navy.example"));
    Client phone = keep(described("Reception", null, "+12025550143", null));
    Client mail = keep(described("Zed", "Navy", null, "grace@navy.example"));
    Client typo = keep(described("Hopper, Gráce", "Navy Yard Ltd", null, null));
    Client nameOnly = keep(described("GRACE HOPER", null, null, null));
    keep(described("Grace Hopper", "Harbour Tools", null, null));
    keep(described("Grace Murphy", "Navy Yard", null, null));
    Client hidden = keep(samples.client("Grace Hopper", samples.below("DE")));
    Client deleted = keep(described("Grace Hopper", null, null, null));
    doInTransaction(() -> storage().clients().remove(deleted, Samples.NOW));

    Visibility seen = Visibility.of(Territory.of(samples.below("UK")));
    assertThat(views().findPossibleDuplicates(grace.id(), grace.details(), seen))
        .containsExactly(
            duplicate(phone, "phone"),
            duplicate(mail, "email"),
            duplicate(nameOnly, "name"),
            duplicate(typo, "name"));
    assertThat(views().findPossibleDuplicates(hidden.id(), phone.details(), seen))
        .containsExactly(duplicate(grace, "phone"), duplicate(phone, "phone", "name"));
    assertThat(
            views()
                .findPossibleDuplicates(
                    mail.id(), described("!", null, null, null).details(), seen))
        .isEmpty();
  }

  private static PossibleDuplicate duplicate(Client client, String... because) {
    var details = client.details();
    return new PossibleDuplicate(client.id(), details.name(), details.company(), List.of(because));
  }

  private Client described(
      String name, @Nullable String company, @Nullable String phone, @Nullable String email) {
    return samples.client(
        new ClientDetails(
            new Name(name),
            company == null ? null : new Name(company),
            phone == null ? List.of() : List.of(Phone.of(new PhoneNumber(phone))),
            email == null ? null : new EmailAddress(email),
            null,
            samples.below("UK"),
            ClientStatus.LEAD,
            null,
            null,
            null));
  }

  @Test
  void finds_the_client_that_another_one_was_merged_into() {
    Client acme = keep(samples.client("Acme", samples.below("DE")));
    Client again = keep(samples.client("Acme GmbH", samples.below("UK")));
    Client third = keep(samples.client("Acme AG", samples.below("UK")));
    doInTransaction(() -> storage().clients().remove(third, again.id(), Samples.NOW));
    doInTransaction(() -> storage().clients().remove(again, acme.id(), Samples.NOW));
    Visibility germany = Visibility.of(Territory.of(samples.below("DE")));
    Visibility uk = Visibility.of(Territory.of(samples.below("UK")));

    for (Client merged : List.of(again, third)) {
      assertThat(views().find(merged.id(), Visibility.EVERYTHING)).isEmpty();
      assertThat(views().findMergedInto(merged.id(), germany)).contains(acme);
      assertThat(views().findMergedInto(merged.id(), uk)).isEmpty();
      assertThat(views().findIds(merged.id(), germany)).isEmpty();
      assertThat(asOf(Samples.NOW.plusSeconds(9), merged, uk)).isPresent();
    }
    assertThat(views().findMergedInto(acme.id(), germany)).isEmpty();
    assertThat(views().findIds(acme.id(), germany))
        .containsExactlyInAnyOrder(acme.id(), again.id(), third.id());
    assertThat(views().findIds(acme.id(), uk)).isEmpty();
    ClientId unknown = new ClientId(samples.id(Samples.NOW));
    assertThat(views().findAllIds(Set.of(third.id(), unknown)))
        .containsExactlyInAnyOrder(acme.id(), again.id(), third.id(), unknown);
  }

  @Test
  void finds_a_client_as_of_a_time_before_it_was_deleted() {
    Client client = keep(samples.client("Acme", samples.below("DE")));
    var visible = Visibility.of(Territory.of(samples.root()));
    Instant deleted = Samples.NOW.plusSeconds(60);
    doInTransaction(() -> storage().clients().remove(client, deleted));

    assertThat(asOf(Samples.NOW, client, visible)).isPresent();
    assertThat(asOf(deleted, client, visible)).isEmpty();
    assertThat(asOf(Samples.NOW, client, Visibility.of(Territory.of(samples.below("FR")))))
        .isEmpty();
  }

  @Test
  void finds_a_client_as_of_a_time_when_it_had_another_region_or_owner() {
    Officer anna = keep(samples.officer("Anna", samples.below("FR")));
    Client client = keep(samples.client("Acme", samples.below("DE"), anna.id()));
    make(List.of(samples.below("UK")));
    Instant moved = Samples.NOW.plusSeconds(60);
    moveToUk(client, moved);

    for (Visibility before :
        List.of(Visibility.of(Territory.of(samples.below("DE"))), Visibility.ownedBy(anna.id()))) {
      assertThat(asOf(Samples.NOW, client, before)).isPresent();
      assertThat(asOf(moved, client, before)).isEmpty();
    }
    assertThat(asOf(Samples.NOW, client, Visibility.of(Territory.of(samples.below("FR")))))
        .isEmpty();
    assertThat(asOf(moved, client, Visibility.of(Territory.of(samples.below("UK"))))).isPresent();
    assertThat(
            views()
                .findAsOf(
                    Set.of(new AsOf(client.id(), Samples.NOW), new AsOf(client.id(), moved)),
                    Visibility.of(Territory.of(samples.below("DE"))))
                .keySet())
        .containsExactly(new AsOf(client.id(), Samples.NOW));
  }

  @Test
  void returns_exactly_what_each_visibility_covers() {
    OfficerId one = keep(samples.officer("Anna", samples.root())).id();
    OfficerId other = keep(samples.officer("Bea", samples.root())).id();
    List<Client> clients = oneInEachRegion(null);
    clients.addAll(oneInEachRegion(one));
    clients.addAll(oneInEachRegion(other));
    ClientFilter theirs =
        new ClientFilter(
            Set.of(), null, Set.of(), null, text(samples.token()), false, null, Set.of(), null);

    for (Visibility visibility : visibilities(trickyRegions(), one, other)) {
      List<ClientId> visible =
          clients.stream()
              .filter(c -> visibility.covers(c.details().region(), c.details().ownerId()))
              .map(Client::id)
              .toList();

      assertThat(clients.stream().map(Client::id))
          .as("found with %s", visibility)
          .filteredOn(id -> views().find(id, visibility).isPresent())
          .isEqualTo(visible);
      assertThat(walk(20, (Paging<ByName> p) -> list(theirs, visibility, p)))
          .as("listed with %s", visibility)
          .extracting(Client::id)
          .containsExactlyInAnyOrderElementsOf(visible);
    }
  }

  @Test
  void filters_by_subtree() {
    List<Client> clients = oneInEachRegion(null);

    for (RegionPath region : trickyRegions()) {
      assertThat(
              list(
                      new ClientFilter(
                          Set.of(),
                          region,
                          Set.of(),
                          null,
                          text(samples.token()),
                          false,
                          null,
                          Set.of(),
                          null),
                      Paging.first())
                  .items())
          .as("at or below %s", region)
          .extracting(Client::id)
          .containsExactlyInAnyOrderElementsOf(
              clients.stream()
                  .filter(client -> region.contains(client.details().region()))
                  .map(Client::id)
                  .toList());
    }
  }

  @Test
  void filters_by_status_and_owner_together() {
    OfficerId anna = keep(samples.officer("Anna", samples.root())).id();
    OfficerId bea = keep(samples.officer("Bea", samples.root())).id();
    for (ClientStatus status : ClientStatus.values()) {
      keep(samples.client(detailsOf("Acme", null, null, status, anna)));
      keep(samples.client(detailsOf("Acme", null, null, status, bea)));
    }

    assertThat(
            list(
                    new ClientFilter(
                        Set.of(), null, Set.of(anna), null, null, false, null, Set.of(), null),
                    Paging.first())
                .items())
        .hasSize(4);
    assertThat(
            list(
                    new ClientFilter(
                        Set.of(ClientStatus.ACTIVE),
                        samples.root(),
                        Set.of(),
                        null,
                        null,
                        false,
                        null,
                        Set.of(),
                        null),
                    Paging.first())
                .items())
        .hasSize(2)
        .allMatch(client -> client.details().status() == ClientStatus.ACTIVE);
    var two = Set.of(ClientStatus.ACTIVE, ClientStatus.CONVERTED);
    assertThat(
            list(
                    new ClientFilter(
                        two, samples.root(), Set.of(), null, null, false, null, Set.of(), null),
                    Paging.first())
                .items())
        .hasSize(4)
        .allMatch(client -> two.contains(client.details().status()));
    assertThat(
            list(
                    new ClientFilter(
                        Set.of(ClientStatus.LEAD),
                        null,
                        Set.of(bea),
                        null,
                        null,
                        false,
                        null,
                        Set.of(),
                        null),
                    Paging.first())
                .items())
        .singleElement()
        .satisfies(client -> assertThat(client.details().ownerId()).isEqualTo(bea))
        .satisfies(client -> assertThat(client.details().status()).isEqualTo(ClientStatus.LEAD));
    keep(samples.client(detailsOf("Acme", null, null, ClientStatus.LEAD, null)));
    assertThat(
            list(
                    new ClientFilter(
                        Set.of(), null, Set.of(anna, bea), null, null, false, null, Set.of(), null),
                    Paging.first())
                .items())
        .hasSize(8);
  }

  @Test
  void filters_by_external_id() {
    var id = new ExternalId("crm-" + samples.token());
    Client client =
        keep(
            samples.client(
                new ClientDetails(
                    new Name("Acme"),
                    null,
                    List.of(),
                    null,
                    null,
                    samples.root(),
                    ClientStatus.LEAD,
                    null,
                    id,
                    null)));
    Client other = keep(samples.client("Acme", samples.root()));
    var filter = new ClientFilter(Set.of(), null, Set.of(), id, null, false, null, Set.of(), null);

    assertThat(list(filter, Paging.first()).items()).containsExactly(client);
    assertThat(lastCalled(filter)).containsExactly(client);

    doInTransaction(() -> storage().clients().remove(client, other.id(), Samples.NOW));
    assertThat(list(filter, Paging.first()).items()).containsExactly(other);
    assertThat(lastCalled(filter)).containsExactly(other);
  }

  private List<Client> lastCalled(ClientFilter filter) {
    return views()
        .listByLastCall(filter, Visibility.EVERYTHING, false, Paging.first())
        .items()
        .stream()
        .map(ListedClient::client)
        .toList();
  }

  @Test
  void combines_an_owner_filter_with_the_visibility() {
    OfficerId anna = keep(samples.officer("Anna", samples.root())).id();
    OfficerId bea = keep(samples.officer("Bea", samples.root())).id();
    Client near = keep(samples.client("Near", samples.below("UK"), bea));
    Client far = keep(samples.client("Far", samples.below("DE"), bea));
    keep(samples.client("Own", samples.below("DE"), anna));
    var ofBea =
        new ClientFilter(Set.of(), null, Set.of(bea), null, null, false, null, Set.of(), null);

    assertThat(
            list(ofBea, new Part(Territory.of(samples.below("UK")), anna), Paging.first()).items())
        .containsExactly(near);
    assertThat(list(ofBea, Visibility.ownedBy(anna), Paging.first()).items()).isEmpty();
    assertThat(list(ofBea, Visibility.ownedBy(bea), Paging.first()).items())
        .containsExactly(far, near);
  }

  @Test
  void searches_name_and_company() {
    Client anna = keep(samples.client(detailsOf("Anna-Lena Größe", "Æther Ltd")));
    Client bob = keep(samples.client(detailsOf("Bob", "Anders & Söhne")));
    Client zoe = keep(samples.client(detailsOf("Zoé", null)));

    assertThat(search("AN")).containsExactly(anna.id(), bob.id());
    assertThat(search("GRÖSSE")).containsExactly(anna.id());
    assertThat(search("æTHER")).containsExactly(anna.id());
    assertThat(search("zoÉ")).containsExactly(zoe.id());
    assertThat(search("zoe")).containsExactly(zoe.id());
    assertThat(search("xyzzy")).isEmpty();
    assertThat(search("anna xyzzy")).isEmpty();
    assertThat(search("anna - '")).containsExactly(anna.id());
    for (String punctuation : List.of("-", "'", "- . ,", "\u2019")) {
      assertThat(search(punctuation)).as(punctuation).isEmpty();
    }
  }

  @Test
  void searches_words_in_any_order_and_in_any_field() {
    ClientId grace =
        keep(samples.client(
                detailsOf("Grace Palmer", "Żabka S.A.", "+442079460312", "g.p@x.example")))
            .id();
    keep(samples.client(detailsOf("Grace Kelly", null)));

    for (String text :
        List.of(
            "Palmer Grace",
            "pal gra",
            "grace zabka",
            "ŻABKA, Palmer",
            "g.p@X",
            "x.example",
            "palmer 0312",
            "Palmer +44 20 7946 0312",
            "grace x.example zab palmer")) {
      assertThat(search(text)).as(text).containsExactly(grace);
    }
    assertThat(search("palmer kelly")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          José               | jose
          Jose               | JOSÉ
          İstanbul           | istanbul
          Istanbul           | İSTANBUL
          ısparta            | ISPARTA
          Isparta            | ısparta
          Łukasz Ørsted      | lukasz orsted
          Lukasz Orsted      | ŁUKASZ ØRSTED
          Straße             | STRASSE
          Ægir Þór           | aegir thor
          O'Brien            | O’Brien
          O’Brien            | OBrien
          OBrien             | o`brien
          Anna-Lena          | anna lena
          Anna Lena          | Anna‑Lena
          Annalena           | anna-lena
          de la Cruz         | delacruz
          St. John           | st john
          St John            | St. John
          ΣΊΣΥΦΟΣ            | σίσυφος
          Иванов Пётр        | петр иванов
          Nguyễn Văn         | nguyen van
          مُحَمَّد               | محمد
          ＡＢＣ 株式会社       | abc
          ﾔﾏﾀﾞ                | ヤマダ
          हिन्दी               | हिन्दी
          """)
  void searches_without_regard_to_what_people_do_not_type(String name, String typed) {
    ClientId client = keep(samples.client(detailsOf(name, null))).id();
    keep(samples.client(detailsOf("Other", null)));

    assertThat(search(typed)).containsExactly(client);
  }

  @Test
  void treats_wildcards_in_a_search_literally() {
    Client bob = keep(samples.client(detailsOf("Bob 50%_off \\o/", null)));
    Client company = keep(samples.client(detailsOf("Cleo", "50%_off \\o/")));
    keep(samples.client(detailsOf("Bob 50 off", "50 off")));

    for (String text : List.of("%", "_", "\\", "%_", "0%_o", "f \\o", "\\O")) {
      assertThat(search(text)).as(text).containsExactly(bob.id(), company.id());
    }
    assertThat(search("' OR 1=1 --")).isEmpty();
  }

  @Test
  void finds_clients_by_the_number_of_any_of_their_phones() {
    Client acme =
        keep(samples.client("Acme", samples.root(), samples.number(1), samples.number(2)));
    Client apex = keep(samples.client("Apex", samples.below("UK"), samples.number(2)));
    keep(samples.client("Other", samples.root(), samples.number(3)));

    assertThat(withNumber(1)).containsExactly(acme.id());
    assertThat(withNumber(2)).containsExactly(acme.id(), apex.id());
    assertThat(withNumber(4)).isEmpty();
    assertThat(search(samples.number(2).value())).containsExactly(acme.id(), apex.id());
  }

  private List<ClientId> withNumber(int index) {
    var filter =
        new ClientFilter(
            Set.of(), null, Set.of(), null, null, false, null, Set.of(), samples.number(index));
    return list(filter, Paging.first()).items().stream().map(Client::id).toList();
  }

  @Test
  void searches_phone_numbers_in_any_notation() {
    Client london = keep(samples.client(withPhone("London", "+442079460958")));
    Client berlin = keep(samples.client(withPhone("Berlin", "+493020794600")));
    keep(samples.client(withPhone("Numberless", null)));

    for (String text : List.of("+44 20", "020 7946 0958", "(020) 7946-0958", "460958", "0958")) {
      assertThat(search(text)).as(text).containsExactly(london.id());
    }
    assertThat(search("20 7946")).containsExactly(berlin.id(), london.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+44 (0)20 7946 0958",
        "0044 20 7946 0958",
        "tel:+44-20-7946-0958",
        "＋４４２０７９４６０９５８",
        "+44\u00A020\u00A07946\u00A00958",
        "\u202A+44 20 7946 0958\u202C",
        "+44.20.7946.0958",
        "+44/20/79460958",
        "[020] 7946–0958",
        "٠٢٠ ٧٩٤٦ ٠٩٥٨"
      })
  void finds_a_phone_number_in_the_notations_that_are_accepted(String typed) {
    ClientId london = keep(samples.client(withPhone("London", "+442079460958"))).id();
    keep(samples.client(withPhone("Berlin", "+493020794600")));

    assertThat(search(typed)).containsExactly(london);
  }

  @Test
  void finds_the_phone_number_that_the_text_is() {
    ClientId moscow = keep(samples.client(withPhone("Moscow", "+74951234567"))).id();
    var typed = new SearchText("8 (495) 123-45-67", new PhoneNumber("+74951234567"));

    assertThat(search(typed)).containsExactly(moscow);
  }

  @Test
  void searches_few_digits_of_a_phone_number_and_a_national_zero() {
    keep(samples.client(withPhone("London", "+442079460958")));
    for (String text : List.of("4", "44", "+44", "020", "0958")) {
      assertThat(search(text)).as(text).hasSize(1);
    }
    for (String text : List.of("0020", "81", "Palmer 2079", "x 44")) {
      assertThat(search(text)).as(text).isEmpty();
    }
  }

  @Test
  void orders_by_name_ignoring_case_and_then_by_id() {
    NAMES_IN_ORDER.reversed().forEach(name -> keep(samples.client(name, samples.root())));

    assertThat(list(inRoot(), Paging.first()).items())
        .extracting(client -> client.details().name().value())
        .containsExactlyElementsOf(NAMES_IN_ORDER);
  }

  @Test
  void orders_equal_names_by_id_ignoring_case() {
    List<UUID> ids = new ArrayList<>();
    for (long high : List.of(0x8L, 0x7L, 0xFL, 0x0L)) {
      for (String name : List.of("STRASSE", "Straße", "strasse")) {
        UUID id = samples.idBeginningWith(high);
        ids.add(id);
        keep(samples.client(id, detailsOf(name, null)));
      }
    }

    assertThat(walk(1, (Paging<ByName> paging) -> list(inRoot(), paging)))
        .extracting(view -> view.id().value())
        .containsExactlyElementsOf(ids.stream().sorted(comparing(UUID::toString)).toList());
  }

  @Test
  void reads_the_same_list_in_pages_of_any_size_with_any_visibility() {
    OfficerId anna = keep(samples.officer("Anna", samples.root())).id();
    for (String name : List.of("b", "B", "a", "Ä", "c")) {
      for (String region : List.of("UK", "UK/London", "UKX")) {
        keep(samples.client(name, samples.below(region), anna));
        keep(samples.client(name, samples.below(region)));
      }
    }
    for (Visibility visibility : visibilities(trickyRegions(), anna, anna)) {
      List<Client> whole =
          list(inRoot(), visibility, new Paging<>(Paging.MAX_LIMIT, null, false)).items();

      for (int limit : List.of(1, 2, 3, 7, 30)) {
        assertThat(walk(limit, (Paging<ByName> paging) -> list(inRoot(), visibility, paging)))
            .as("pages of %s with %s", limit, visibility)
            .isEqualTo(whole);
      }
    }
  }

  /** Moves a client to the region UK and takes its owner away. The audit trail says so. */
  private void moveToUk(Client client, Instant now) {
    ClientDetails d = client.details();
    var details =
        new ClientDetails(
            d.name(),
            d.company(),
            d.phones(),
            d.email(),
            d.address(),
            samples.below("UK"),
            d.status(),
            null,
            d.externalId(),
            d.callEvery());
    Officer admin = samples.officer("Root", samples.root(), Role.ADMIN, OfficerStatus.ACTIVE);
    var caller = Caller.internal(admin.asActor());
    var changes = FieldChanges.between(d, details);
    doInTransaction(() -> {
      storage()
          .clients()
          .update(new Client(client.id(), details, client.createdAt(), now, client.version()));
      var entry =
          AuditEntry.done(now, caller, AuditAction.CLIENT_CHANGED, Subject.of(client), changes);
      storage().trail().record(entry);
    });
  }

  private Optional<Client> asOf(Instant time, Client client, Visibility visibility) {
    AsOf wanted = new AsOf(client.id(), time);
    return Optional.ofNullable(views().findAsOf(Set.of(wanted), visibility).get(wanted));
  }

  private ClientViews views() {
    return storage().clientViews();
  }

  private ClientFilter inRoot() {
    return new ClientFilter(
        Set.of(), samples.root(), Set.of(), null, null, false, null, Set.of(), null);
  }

  private Slice<Client, ByName> list(ClientFilter filter, Paging<ByName> paging) {
    return list(filter, Visibility.EVERYTHING, paging);
  }

  /** Returns the clients of a page without their totals. */
  private Slice<Client, ByName> list(
      ClientFilter filter, Visibility visibility, Paging<ByName> paging) {
    Slice<ListedClient, ByName> page = views().list(filter, visibility, paging);
    return new Slice<>(
        page.items().stream().map(ListedClient::client).toList(), page.next(), page.total());
  }

  private List<ClientId> search(String typed) {
    return search(text(typed));
  }

  private List<ClientId> search(SearchText text) {
    return list(
            new ClientFilter(
                Set.of(), samples.root(), Set.of(), null, text, false, null, Set.of(), null),
            Paging.first())
        .items()
        .stream()
        .map(Client::id)
        .toList();
  }

  private static SearchText text(String typed) {
    return new SearchText(typed, null);
  }

  private ClientDetails detailsOf(String name, @Nullable String company) {
    return detailsOf(name, company, null, ClientStatus.LEAD, null);
  }

  private ClientDetails detailsOf(String name, String company, String phone, String email) {
    return new ClientDetails(
        new Name(name),
        new Name(company),
        List.of(Phone.of(new PhoneNumber(phone))),
        new EmailAddress(email),
        null,
        samples.root(),
        ClientStatus.LEAD,
        null,
        null,
        null);
  }

  private ClientDetails withPhone(String name, @Nullable String phone) {
    return detailsOf(name, null, phone, ClientStatus.LEAD, null);
  }

  private ClientDetails detailsOf(
      String name,
      @Nullable String company,
      @Nullable String phone,
      ClientStatus status,
      @Nullable OfficerId owner) {
    return new ClientDetails(
        new Name(name),
        company == null ? null : new Name(company),
        phone == null ? List.of() : List.of(Phone.of(new PhoneNumber(phone))),
        null,
        null,
        samples.root(),
        status,
        owner,
        null,
        null);
  }

  private List<Client> oneInEachRegion(@Nullable OfficerId owner) {
    List<Client> clients = new ArrayList<>();
    for (RegionPath region : trickyRegions()) {
      clients.add(keep(samples.client("Acme " + samples.token(), region, owner)));
    }
    return clients;
  }
}
