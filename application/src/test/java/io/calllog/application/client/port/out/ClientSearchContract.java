package io.calllog.application.client.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.SearchText;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Part of {@link ClientViewsContract}: the search for words and phone numbers. */
abstract class ClientSearchContract extends ClientCallsContract {

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

  final Slice<Client, ByName> list(ClientFilter filter, Paging<ByName> paging) {
    return list(filter, Visibility.EVERYTHING, paging);
  }

  /** Returns the clients of a page without their totals. */
  final Slice<Client, ByName> list(
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

  static SearchText text(String typed) {
    return new SearchText(typed, null);
  }

  final ClientDetails detailsOf(String name, @Nullable String company) {
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

  final ClientDetails detailsOf(
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
}
