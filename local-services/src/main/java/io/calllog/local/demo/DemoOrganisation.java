package io.calllog.local.demo;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.Region;
import io.calllog.local.demo.DemoPlaces.City;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The people and the clients of the demo organisation: one administrator, seven managers, 52
 * officers in eight cities, 3,000 clients.
 */
final class DemoOrganisation {

  /** The password of all demo accounts. */
  static final String PASSWORD = "field-demo-tour-1";

  static final String DOMAIN = "demo.calllog.example";

  private static final int OFFICERS = 60;
  private static final int CLIENTS = 3_000;

  /** As common as they stand here. */
  private static final List<ClientStatus> STATUSES =
      List.of(
          ClientStatus.LEAD,
          ClientStatus.LEAD,
          ClientStatus.LEAD,
          ClientStatus.ACTIVE,
          ClientStatus.ACTIVE,
          ClientStatus.ACTIVE,
          ClientStatus.ACTIVE,
          ClientStatus.CONVERTED,
          ClientStatus.INACTIVE);

  private final DemoRandom random;
  private final PasswordHash passwordHash;
  private final Instant today;
  private final Set<String> emails = new HashSet<>();
  private final List<Officer> officers = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();

  /**
   * The organisation as it is on a day.
   *
   * @param date the day; the same organisation comes of the same day
   * @param passwordHash of {@link #PASSWORD}
   */
  DemoOrganisation(LocalDate date, PasswordHash passwordHash) {
    this.random = new DemoRandom(date.toEpochDay());
    this.passwordHash = passwordHash;
    this.today = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    enrol("Ada Whitfield", "admin", Region.ROOT, Role.ADMIN, "+442079460001");
    for (int i = 0; i < DemoPlaces.LED.size(); i++) {
      City city = DemoPlaces.CITIES.get(i);
      String name = i == 0 ? "Martin Ellison" : personName(city);
      enrol(
          name,
          i == 0 ? "manager" : mailbox(name),
          DemoPlaces.LED.get(i),
          Role.MANAGER,
          phone(city));
    }
    for (int i = 0; officers.size() < OFFICERS; i++) {
      City city = DemoPlaces.CITIES.get(i % DemoPlaces.CITIES.size());
      String name = i == 0 ? "Olivia Chapman" : personName(city);
      enrol(name, i == 0 ? "officer" : mailbox(name), city.region(), Role.OFFICER, phone(city));
    }
    while (clients.size() < CLIENTS) {
      clients.add(client(random.oneOf(DemoPlaces.CITIES)));
    }
  }

  List<Officer> officers() {
    return List.copyOf(officers);
  }

  List<Client> clients() {
    return List.copyOf(clients);
  }

  /** Those who make calls: officers, with the city they work in. */
  List<Officer> callers() {
    return officers.stream().filter(o -> o.details().role() == Role.OFFICER).toList();
  }

  private void enrol(String name, String mailbox, Region region, Role role, String phone) {
    Instant since = daysAgo(90 + random.below(900));
    var status =
        random.percent(4) && role == Role.OFFICER && officers.size() > 10
            ? OfficerStatus.ON_LEAVE
            : OfficerStatus.ACTIVE;
    var details =
        new OfficerDetails(
            new Name(name),
            new EmailAddress(mailbox + "@" + DOMAIN),
            new PhoneNumber(phone),
            region,
            role,
            status);
    OfficerId id = new OfficerId(random.uuid(since));
    officers.add(Officer.enrol(id, details, passwordHash, since));
  }

  private Client client(City city) {
    Instant since = daysAgo(70 + random.below(700));
    String name = personName(city);
    String company =
        random.oneOf(DemoWords.COMPANY_FIRST) + " " + random.oneOf(DemoWords.COMPANY_SECOND);
    boolean ofCompany = random.percent(75);
    String domain = ofCompany ? ascii(company).replace(" ", "-") + ".example" : "mail.example";
    var details =
        new ClientDetails(
            new Name(name),
            ofCompany ? new Name(company) : null,
            new PhoneNumber(phone(city)),
            random.percent(80)
                ? new EmailAddress(ascii(name).replace(" ", ".") + "@" + domain)
                : null,
            random.percent(60) ? address(city) : null,
            city.region(),
            random.oneOf(STATUSES),
            random.percent(80) ? ownerIn(city) : null);
    Actor admin = officers.getFirst().asActor();
    return Client.create(new ClientId(random.uuid(since)), details, admin, since);
  }

  private OfficerId ownerIn(City city) {
    return random
        .oneOf(callers().stream().filter(o -> o.details().region().equals(city.region())).toList())
        .id();
  }

  private PostalAddress address(City city) {
    return new PostalAddress(
        "%d %s\n%s".formatted(1 + random.below(180), random.oneOf(DemoWords.STREETS), city.name()));
  }

  private String personName(City city) {
    return random.oneOf(DemoWords.firstNames(city.names()))
        + " "
        + random.oneOf(DemoWords.lastNames(city.names()));
  }

  private String phone(City city) {
    int numbers = (int) Math.pow(10, city.phoneDigits());
    return city.phonePrefix()
        + String.format(Locale.ROOT, "%0" + city.phoneDigits() + "d", random.below(numbers));
  }

  private String mailbox(String name) {
    String base = ascii(name).replace(" ", ".");
    String mailbox = base;
    for (int i = 2; !emails.add(mailbox); i++) {
      mailbox = base + i;
    }
    return mailbox;
  }

  private Instant daysAgo(int days) {
    return today.minus(Duration.ofDays(days)).plusSeconds(9 * 3_600L + random.below(8 * 3_600));
  }

  private static String ascii(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replace("ı", "i")
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
