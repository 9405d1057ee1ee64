package io.calllog.application.testing;

import io.calllog.application.shared.port.out.SequentialIds;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.key.RequestsPerMinute;
import io.calllog.domain.key.Scope;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates officers, clients, and calls for one test, in regions that only this test uses, so that
 * tests can share a database.
 */
public final class Samples {

  /** The time at which all samples are created. */
  public static final Instant NOW = Instant.parse("2026-03-10T09:15:30.123Z");

  private static final SequentialIds IDS = new SequentialIds();

  private final long numbers = ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);

  private final String token =
      "t" + Long.toString(IDS.next(NOW).getLeastSignificantBits() >>> 1, 36);

  /** Returns a word in lower case that only this test uses. */
  public String token() {
    return token;
  }

  /** Returns the region of this test. */
  public RegionPath root() {
    return new RegionPath(token);
  }

  /** Returns a region below {@link #root}. */
  public RegionPath below(String path) {
    return new RegionPath(token + "/" + path);
  }

  /** Returns a new id with this time. */
  public UUID id(Instant time) {
    return IDS.next(time);
  }

  /** Returns a new id, not of version 7, with this first hexadecimal digit. */
  public UUID idBeginningWith(long digit) {
    UUID random = UUID.randomUUID();
    long rest = random.getMostSignificantBits() & (-1L >>> 4);
    return new UUID(rest | digit << 60, random.getLeastSignificantBits());
  }

  /** Creates a region. */
  public Region region(RegionPath path) {
    return Region.create(new RegionId(IDS.next(NOW)), new RegionDetails(path), NOW);
  }

  /** Creates an active officer with the role {@code OFFICER}. */
  public Officer officer(String name, RegionPath region) {
    return officer(name, region, Role.OFFICER, OfficerStatus.ACTIVE);
  }

  /** Creates an officer without a phone number. */
  public Officer officer(String name, RegionPath region, Role role, OfficerStatus status) {
    return officer(IDS.next(NOW), name, region, role, status);
  }

  /** Creates an officer with this id and without a phone number. */
  public Officer officer(UUID id, String name, RegionPath region, Role role, OfficerStatus status) {
    var details =
        new OfficerDetails(
            new Name(name),
            new EmailAddress(id + "@example.com"),
            null,
            region,
            List.of(),
            role,
            status);
    return Officer.create(new OfficerId(id), details, new PasswordHash("hash of " + id), NOW);
  }

  /** Creates a key with all scopes and the default limit. */
  public ApiKey key(String name, RegionPath region) {
    var details = new ApiKeyDetails(new Name(name), RequestsPerMinute.DEFAULT, null);
    return ApiKey.create(
        new ApiKeyId(IDS.next(NOW)), details, List.of(Scope.values()), region, "clk_Test", NOW);
  }

  /** Creates an active manager who leads these regions. */
  public Officer leader(String name, RegionPath region, List<RegionPath> leads) {
    Officer manager = officer(name, region, Role.MANAGER, OfficerStatus.ACTIVE);
    var d = manager.details();
    var details =
        new OfficerDetails(d.name(), d.email(), d.phone(), region, leads, d.role(), d.status());
    return Officer.create(manager.id(), details, manager.passwordHash(), NOW);
  }

  /** Creates a client with only a name, a region, and an owner. */
  public Client client(String name, RegionPath region, @Nullable OfficerId owner) {
    return client(
        new ClientDetails(
            new Name(name),
            null,
            List.of(),
            null,
            null,
            region,
            ClientStatus.LEAD,
            owner,
            null,
            null));
  }

  /** Returns a phone number that only this test uses, for an index from 0 to 899. */
  public PhoneNumber number(int index) {
    return new PhoneNumber("+44" + numbers + (100 + index));
  }

  /** Creates a client without an owner, with these numbers. */
  public Client client(String name, RegionPath region, PhoneNumber... numbers) {
    List<Phone> phones = Stream.of(numbers).map(Phone::of).toList();
    return client(
        new ClientDetails(
            new Name(name), null, phones, null, null, region, ClientStatus.LEAD, null, null, null));
  }

  /** Returns the client in another region. */
  public Client in(RegionPath region, Client client) {
    var d = client.details();
    var details =
        new ClientDetails(
            d.name(),
            d.company(),
            d.phones(),
            d.email(),
            d.address(),
            region,
            d.status(),
            d.ownerId(),
            d.externalId(),
            d.callEvery());
    return new Client(
        client.id(), details, client.createdAt(), client.updatedAt(), client.version());
  }

  /** Creates a client with these details. */
  public Client client(ClientDetails details) {
    return client(IDS.next(NOW), details);
  }

  /** Creates a client with this id. */
  public Client client(UUID id, ClientDetails details) {
    return new Client(new ClientId(id), details, NOW, NOW, 0);
  }

  /** Creates a call of 60 seconds without a client. */
  public Call call(Officer officer, Instant startedAt) {
    return call(officer, facts(null, startedAt));
  }

  /** Creates a call of 60 seconds with a client. */
  public Call call(Officer officer, Client client, Instant startedAt) {
    return call(officer, facts(client.id(), startedAt));
  }

  /** Creates a call in the region of the officer. */
  public Call call(Officer officer, CallFacts facts) {
    return call(new CallId(IDS.next(facts.startedAt())), officer, facts);
  }

  /** Creates a call with this id. */
  public Call call(CallId id, Officer officer, CallFacts facts) {
    return new Call(
        id, officer.id(), officer.details().region(), facts, ActorId.of(officer.id()), NOW, NOW, 0);
  }

  /** Creates an incoming call of 60 seconds without a client, with this number on the line. */
  public Call incoming(Officer officer, Instant startedAt, PhoneNumber number) {
    return call(
        officer,
        new CallFacts(
            null,
            CallType.INCOMING,
            CallOutcome.SUCCESSFUL,
            new CallDuration(60),
            startedAt,
            null,
            null,
            number));
  }

  /** Creates an open follow-up of an officer with a client, with a note. */
  public FollowUp followUp(Officer officer, Client client, Instant dueAt) {
    return followUp(
        officer,
        client,
        FollowUpDetails.open(officer.id(), dueAt, new Comment("Ask about " + token)));
  }

  /** Creates a follow-up of an officer with a client. */
  public FollowUp followUp(Officer officer, Client client, FollowUpDetails details) {
    return new FollowUp(
        new FollowUpId(IDS.next(NOW)),
        client.id(),
        officer.details().region(),
        details,
        null,
        null,
        null,
        NOW,
        NOW,
        0);
  }

  /** Returns the facts of a successful outgoing call of 60 seconds. */
  public CallFacts facts(@Nullable ClientId client, Instant startedAt) {
    return facts(client, CallType.OUTGOING, CallOutcome.SUCCESSFUL, 60, startedAt);
  }

  /** Returns the facts of a call without a comment. */
  public CallFacts facts(
      @Nullable ClientId client, CallType type, CallOutcome outcome, int seconds, Instant start) {
    return new CallFacts(client, type, outcome, new CallDuration(seconds), start, null, null, null);
  }
}
