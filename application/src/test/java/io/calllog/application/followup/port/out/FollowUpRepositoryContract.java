package io.calllog.application.followup.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.followup.port.out.FollowUpRepository.NewFollowUp;
import io.calllog.application.followup.port.out.FollowUpRepository.UsedId;
import io.calllog.application.shared.Sha256;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract of {@link FollowUpRepository}. */
public abstract class FollowUpRepositoryContract extends StorageContract {

  private static final Instant DUE = Samples.NOW.plusSeconds(3600);
  private static final Instant LATER = Samples.NOW.plusSeconds(7200);

  @Test
  void stores_all_fields() {
    Officer anna = anna();
    Client acme = acme();
    Call call = keep(samples.call(anna, acme, Samples.NOW));
    FollowUp plain = samples.followUp(anna, acme, DUE);
    FollowUp made =
        new FollowUp(
            plain.id(),
            acme.id(),
            samples.root(),
            FollowUpDetails.open(anna.id(), DUE, new Comment("Zoë \\ 100 %\n\uD83D\uDE00")),
            call.id(),
            null,
            null,
            Samples.NOW,
            Samples.NOW,
            0);
    FollowUp bare =
        samples.followUp(anna, acme, FollowUpDetails.open(anna.id(), Samples.NOW, null));

    keep(made);
    keep(bare);

    assertThat(stored(made)).contains(made);
    assertThat(stored(bare)).contains(bare);
    assertThat(stored(new FollowUpId(samples.id(DUE)))).isEmpty();
  }

  @Test
  void adds_only_those_whose_id_was_never_used() {
    FollowUp first = keep(samples.followUp(anna(), acme(), DUE));
    FollowUp gone = keep(samples.followUp(anna(), acme(), DUE));
    FollowUp fresh = samples.followUp(anna(), acme(), DUE);
    doInTransaction(() -> followUps().remove(gone, LATER));
    String fingerprint = Sha256.hex("a request");

    Set<FollowUpId> added =
        inTransaction(() ->
            followUps()
                .addAbsent(
                    List.of(
                        new NewFollowUp(first, fingerprint),
                        new NewFollowUp(gone, fingerprint),
                        new NewFollowUp(fresh, fingerprint))));

    assertThat(added).containsExactly(fresh.id());
    assertThat(used(first)).contains(new UsedId(null, false));
    assertThat(used(gone)).contains(new UsedId(null, true));
    assertThat(used(fresh)).contains(new UsedId(fingerprint, false));
    assertThat(used(samples.followUp(anna(), acme(), DUE))).isEmpty();
  }

  @Test
  void changes_every_field_that_can_change() {
    Officer anna = anna();
    Officer bob = keep(samples.officer("Bob", samples.below("DE")));
    Client acme = acme();
    Call call = keep(samples.call(anna, acme, LATER));
    FollowUp open = keep(samples.followUp(anna, acme, DUE));

    FollowUp given =
        update(
            with(
                open, new FollowUpDetails(bob.id(), LATER, null, FollowUpState.OPEN), Samples.NOW));
    assertThat(given.region()).isEqualTo(samples.below("DE"));
    assertThat(given.details()).isEqualTo(FollowUpDetails.open(bob.id(), LATER, null));
    assertThat(given.version()).isEqualTo(1);
    FollowUp done = update(given.completeBy(call, LATER));

    assertThat(done.details().state()).isEqualTo(FollowUpState.DONE);
    assertThat(done.doneByCallId()).isEqualTo(call.id());
    assertThat(done.doneAt()).isEqualTo(LATER);
    assertThat(done.updatedAt()).isEqualTo(LATER);
    assertThat(done.version()).isEqualTo(2);
    assertThat(stored(open)).contains(done);
  }

  @Test
  void hands_over_the_open_ones_of_an_officer() {
    Officer anna = anna();
    Officer bob = keep(samples.officer("Bob", samples.below("DE")));
    FollowUp open = keep(samples.followUp(anna, acme(), DUE));
    FollowUp closed = keep(samples.followUp(anna, acme(), DUE));
    FollowUp cancelled = update(with(closed, cancelled(closed), Samples.NOW));
    FollowUp gone = keep(samples.followUp(anna, acme(), DUE));
    doInTransaction(() -> followUps().remove(gone, LATER));
    FollowUp other = keep(samples.followUp(bob, acme(), DUE));

    assertThat(inTransaction(() -> followUps().handOver(anna.id(), bob.id(), LATER)))
        .containsExactly(open);

    FollowUp given = stored(open).orElseThrow();
    assertThat(given.details())
        .isEqualTo(FollowUpDetails.open(bob.id(), DUE, open.details().note()));
    assertThat(given.region()).isEqualTo(samples.below("DE"));
    assertThat(given.updatedAt()).isEqualTo(LATER);
    assertThat(given.version()).isEqualTo(1);
    assertThat(stored(closed)).contains(cancelled);
    assertThat(stored(other)).contains(other);
  }

  @Test
  void refuses_to_change_a_stale_version_or_a_deleted_one() {
    FollowUp followUp = keep(samples.followUp(anna(), acme(), DUE));
    FollowUp changed = update(with(followUp, cancelled(followUp), LATER));

    assertConflict("lost-race", () -> update(with(followUp, cancelled(followUp), LATER)));
    assertConflict("lost-race", () -> doInTransaction(() -> followUps().remove(followUp, LATER)));
    doInTransaction(() -> followUps().remove(changed, LATER));
    assertThat(stored(followUp)).isEmpty();
    assertConflict("lost-race", () -> update(changed));
  }

  @Test
  void goes_with_its_officer_to_another_region() {
    Officer anna = anna();
    FollowUp followUp = keep(samples.followUp(anna, acme(), DUE));
    make(List.of(samples.below("DE")));
    OfficerDetails d = anna.details();
    var moved =
        new OfficerDetails(
            d.name(), d.email(), d.phone(), samples.below("DE"), d.leads(), d.role(), d.status());

    doInTransaction(() ->
        storage()
            .officers()
            .update(
                new Officer(
                    anna.id(),
                    moved,
                    anna.passwordHash(),
                    anna.tokenVersion(),
                    anna.createdAt(),
                    LATER,
                    anna.version())));

    FollowUp there = stored(followUp).orElseThrow();
    assertThat(there.region()).isEqualTo(samples.below("DE"));
    assertThat(there.version()).isZero();
  }

  @Test
  void finds_several_in_the_order_of_their_ids() {
    FollowUp first = keep(samples.followUp(anna(), acme(), DUE));
    FollowUp second = keep(samples.followUp(anna(), acme(), DUE));
    FollowUp gone = keep(samples.followUp(anna(), acme(), DUE));
    doInTransaction(() -> followUps().remove(gone, LATER));

    assertThat(
            inTransaction(
                () -> followUps().findForUpdate(Set.of(second.id(), gone.id(), first.id()))))
        .containsExactly(first, second);
    assertThat(inTransaction(() -> followUps().findForUpdate(Set.of()))).isEmpty();
  }

  private FollowUpRepository followUps() {
    return storage().followUps();
  }

  private Officer anna() {
    return keep(samples.officer("Anna", samples.root()));
  }

  private Client acme() {
    return keep(samples.client("Acme", samples.root()));
  }

  private Optional<FollowUp> stored(FollowUp followUp) {
    return stored(followUp.id());
  }

  private Optional<FollowUp> stored(FollowUpId id) {
    return inTransaction(() -> followUps().findForUpdate(id));
  }

  private Optional<UsedId> used(FollowUp followUp) {
    return inTransaction(() -> followUps().findUsedId(followUp.id()));
  }

  private FollowUp update(FollowUp followUp) {
    return inTransaction(() -> followUps().update(followUp));
  }

  private static FollowUpDetails cancelled(FollowUp followUp) {
    FollowUpDetails d = followUp.details();
    return new FollowUpDetails(d.officerId(), d.dueAt(), d.note(), FollowUpState.CANCELLED);
  }

  private static FollowUp with(FollowUp f, FollowUpDetails details, Instant updatedAt) {
    return new FollowUp(
        f.id(),
        f.clientId(),
        f.region(),
        details,
        f.fromCallId(),
        f.doneByCallId(),
        f.doneAt(),
        f.createdAt(),
        updatedAt,
        f.version());
  }
}
