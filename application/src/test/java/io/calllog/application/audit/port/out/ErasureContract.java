package io.calllog.application.audit.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of the repositories for erased persons. */
public abstract class ErasureContract extends StorageContract {

  private static final Instant LATER = Samples.NOW.plusSeconds(60);

  private final Actor admin =
      new Actor(new OfficerId(samples.id(Samples.NOW)), Role.ADMIN, RegionPath.ROOT, List.of());

  @Test
  void erases_a_client_and_the_comments_of_its_calls() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Client client = keep(samples.client("Acme", samples.root()));
    Client other = keep(samples.client("Other", samples.root()));
    Call call = keep(commented(officer, client));
    Call without = keep(samples.call(officer, client, Samples.NOW));
    Call kept = keep(commented(officer, other));
    FollowUp followUp = keep(samples.followUp(officer, client, LATER));
    FollowUp ofOther = keep(samples.followUp(officer, other, LATER));
    Client erased = client.erase(admin, LATER);
    doInTransaction(() -> storage().clients().erase(erased, LATER));
    eraseTraces(SubjectType.CLIENT, client.id().value());

    assertThat(stored(client)).isEmpty();
    Client deleted = deleted(client).orElseThrow();
    assertThat(deleted.details()).isEqualTo(erased.details());
    assertThat(deleted.version()).isEqualTo(client.version() + 1);
    Call now = stored(call).orElseThrow();
    assertThat(now.facts().comment()).isNull();
    assertThat(now.facts().number()).isNull();
    assertThat(now.version()).isEqualTo(call.version() + 1);
    assertThat(now.updatedAt()).isEqualTo(LATER);
    assertThat(revisions(call))
        .singleElement()
        .satisfies(revision -> {
          assertThat(revision.action()).isEqualTo("CALL_ERASED");
          assertThat(revision.actorId()).isEqualTo(admin.id());
          assertThat(revision.changes())
              .containsExactly(
                  new FieldChange("comment", null, null, true),
                  new FieldChange("number", null, null, true));
        });
    assertThat(revisions(without)).isEmpty();
    assertThat(revisions(kept)).isEmpty();
    assertThat(stored(followUp).details().note()).isNull();
    assertThat(stored(followUp).version()).isEqualTo(1);
    assertThat(stored(ofOther)).isEqualTo(ofOther);
    assertThat(stored(without)).contains(without);
    assertThat(stored(kept)).contains(kept);
  }

  @Test
  void erases_a_deleted_client_repeatedly() {
    Client client = keep(samples.client("Acme", samples.root()));
    assertThat(deleted(client)).isEmpty();
    doInTransaction(() -> storage().clients().remove(client, Samples.NOW));
    for (int i = 0; i < 2; i++) {
      Client found = deleted(client).orElseThrow();
      doInTransaction(() -> storage().clients().erase(found.erase(admin, LATER), LATER));
    }

    assertThat(deleted(client).orElseThrow().details().name()).isEqualTo(ClientDetails.ERASED);
  }

  @Test
  void erases_an_officer_and_the_comments_of_their_calls() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Officer other = keep(samples.officer("Bob", samples.root()));
    Call call = keep(commented(officer, null));
    Call kept = keep(commented(other, null));
    FollowUp followUp =
        keep(samples.followUp(officer, keep(samples.client("Acme", samples.root())), LATER));
    Officer erased = officer.erase(admin, LATER);
    doInTransaction(() -> storage().officers().erase(erased, LATER));
    eraseTraces(SubjectType.OFFICER, officer.id().value());

    assertThat(storage().officers().find(officer.id())).isEmpty();
    assertThat(storage().officers().findByEmail(erased.details().email())).isEmpty();
    assertThat(storage().officers().findByEmail(officer.details().email())).isEmpty();
    Officer deleted =
        inTransaction(() -> storage().officers().findDeletedForUpdate(officer.id())).orElseThrow();
    assertThat(deleted.details()).isEqualTo(erased.details());
    assertThat(deleted.passwordHash()).isNotEqualTo(officer.passwordHash());
    assertThat(deleted.tokenVersion()).isGreaterThan(officer.tokenVersion());
    assertThat(stored(call).orElseThrow().facts().comment()).isNull();
    assertThat(stored(call).orElseThrow().facts().number()).isEqualTo(samples.number(1));
    assertThat(stored(followUp).details().note()).isNull();
    assertThat(stored(kept)).contains(kept);
  }

  @Test
  void refuses_to_erase_a_stale_version() {
    Client client = keep(samples.client("Acme", samples.root()));
    doInTransaction(() -> storage().clients().erase(client.erase(admin, LATER), LATER));

    assertConflict(
        "lost-race",
        () -> doInTransaction(() -> storage().clients().erase(client.erase(admin, LATER), LATER)));
  }

  private FollowUp stored(FollowUp followUp) {
    return inTransaction(() -> storage().followUps().findForUpdate(followUp.id())).orElseThrow();
  }

  private List<AuditView> revisions(Call call) {
    return storage()
        .trailViews()
        .list(AuditFilter.revisionsOf(call.id()), Visibility.EVERYTHING, Paging.first())
        .items();
  }

  private void eraseTraces(SubjectType type, UUID person) {
    storage().eraser().eraseAll(transactions(), type, person, admin.id(), LATER);
  }

  private UnitOfWork transactions() {
    return new UnitOfWork() {
      @Override
      public <T> T write(Supplier<T> work) {
        return inTransaction(work);
      }

      @Override
      public <T> T snapshot(Supplier<T> reads) {
        return inTransaction(reads);
      }
    };
  }

  private java.util.Optional<Client> deleted(Client client) {
    return inTransaction(() -> storage().clients().findDeletedForUpdate(client.id()));
  }

  private Call commented(Officer officer, @Nullable Client client) {
    CallFacts facts = samples.facts(client == null ? null : client.id(), Samples.NOW);
    return samples.call(
        officer,
        new CallFacts(
            facts.clientId(),
            facts.type(),
            facts.outcome(),
            facts.durationSeconds(),
            facts.startedAt(),
            new Comment("About somebody"),
            facts.externalId(),
            samples.number(1)));
  }
}
