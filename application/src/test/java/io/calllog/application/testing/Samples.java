package io.calllog.application.testing;

import io.calllog.application.shared.port.out.SequentialIds;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.Region;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes officers, clients and calls for one test, in a tree of regions that is this test's alone: a
 * database may be shared with others.
 */
public final class Samples {

  /** When everything was made. */
  public static final Instant NOW = Instant.parse("2026-03-10T09:15:30.123Z");

  private static final SequentialIds IDS = new SequentialIds();

  private final String token =
      "t" + Long.toString(IDS.next(NOW).getLeastSignificantBits() >>> 1, 36);

  /** A word that only this test uses, in lower case. */
  public String token() {
    return token;
  }

  /** The top of this test's regions. */
  public Region root() {
    return new Region(token);
  }

  /** A region below the top. */
  public Region below(String path) {
    return new Region(token + "/" + path);
  }

  /** A new id that carries this time. */
  public UUID id(Instant time) {
    return IDS.next(time);
  }

  /** A new id, of no version, whose first hexadecimal digit is this one. */
  public UUID idBeginningWith(long digit) {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong() >>> 4 | digit << 60, random.nextLong());
  }

  /** An active officer of the name, with the lowest role. */
  public Officer officer(String name, Region region) {
    return officer(name, region, Role.OFFICER, OfficerStatus.ACTIVE);
  }

  /** Somebody with an account, without a phone. */
  public Officer officer(String name, Region region, Role role, OfficerStatus status) {
    return officer(IDS.next(NOW), name, region, role, status);
  }

  /** Somebody with an account of this id, without a phone. */
  public Officer officer(UUID id, String name, Region region, Role role, OfficerStatus status) {
    var details =
        new OfficerDetails(
            new Name(name), new EmailAddress(id + "@example.com"), null, region, role, status);
    return Officer.create(new OfficerId(id), details, new PasswordHash("hash of " + id), NOW);
  }

  /** A client of the name whom nobody owns. */
  public Client client(String name, Region region) {
    return client(name, region, null);
  }

  /** A client of the name, of whom nothing more is known. */
  public Client client(String name, Region region, @Nullable OfficerId owner) {
    return client(
        new ClientDetails(
            new Name(name), null, null, null, null, region, ClientStatus.LEAD, owner, null));
  }

  /** A client of whom all this is said. */
  public Client client(ClientDetails details) {
    return client(IDS.next(NOW), details);
  }

  /** A client of this id, of whom all this is said. */
  public Client client(UUID id, ClientDetails details) {
    return new Client(new ClientId(id), details, NOW, NOW, 0);
  }

  /** A call of the officer with nobody in particular, of 60 seconds. */
  public Call call(Officer officer, Instant startedAt) {
    return call(officer, facts(null, startedAt));
  }

  /** A call of the officer with the client, of 60 seconds. */
  public Call call(Officer officer, Client client, Instant startedAt) {
    return call(officer, facts(client.id(), startedAt));
  }

  /** A call of the officer, in the region where they are placed. */
  public Call call(Officer officer, CallFacts facts) {
    return call(new CallId(IDS.next(facts.startedAt())), officer, facts);
  }

  /** A call of this id. */
  public Call call(CallId id, Officer officer, CallFacts facts) {
    return new Call(id, officer.id(), officer.details().region(), facts, officer.id(), NOW, NOW, 0);
  }

  /** What happened in a successful outgoing call of 60 seconds. */
  public CallFacts facts(@Nullable ClientId client, Instant startedAt) {
    return facts(client, CallType.OUTGOING, CallOutcome.SUCCESSFUL, 60, startedAt);
  }

  /** What happened in a call nobody commented on. */
  public CallFacts facts(
      @Nullable ClientId client, CallType type, CallOutcome outcome, int seconds, Instant start) {
    return new CallFacts(client, type, outcome, new CallDuration(seconds), start, null, null);
  }
}
