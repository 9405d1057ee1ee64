package io.calllog.application.auth.service;

import static io.calllog.application.testing.Refusals.assertNotFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.auth.port.in.SignOut;
import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.application.testing.Office;
import io.calllog.domain.officer.Officer;
import org.junit.jupiter.api.Test;

class SignOutServiceTest {

  private final Office office = new Office();
  private final SignOut signOut = new SignOutService(office.sessions, office.audit, office.clock);

  @Test
  void ends_only_the_session_of_the_token() {
    TokenPair here = begin(office.anna);
    TokenPair elsewhere = begin(office.anna);

    signOut.signOut(Caller.internal(office.anna.asActor()), here.refresh());

    assertThat(office.isOpen(session(here))).isFalse();
    assertThat(office.isOpen(session(elsewhere))).isTrue();
    signOut.signOut(Caller.internal(office.anna.asActor()), here.refresh());
    signOut.signOut(Caller.internal(office.anna.asActor()), new RefreshSecret("nobody's"));
  }

  @Test
  void does_not_end_sessions_of_other_officers() {
    TokenPair bobs = begin(office.bob);

    signOut.signOut(Caller.internal(office.anna.asActor()), bobs.refresh());
    signOut.signOut(Caller.internal(office.admin.asActor()), bobs.refresh());
    assertNotFound(() -> signOut.end(Caller.internal(office.anna.asActor()), session(bobs)));
    assertNotFound(() -> signOut.end(Caller.internal(office.admin.asActor()), session(bobs)));

    assertThat(office.isOpen(session(bobs))).isTrue();
  }

  @Test
  void ends_a_session_of_the_caller_once() {
    SessionId session = session(begin(office.anna));

    signOut.end(Caller.internal(office.anna.asActor()), session);

    assertThat(office.isOpen(session)).isFalse();
    assertNotFound(() -> signOut.end(Caller.internal(office.anna.asActor()), session));
  }

  private TokenPair begin(Officer officer) {
    return new SessionStarter(
            office.sessions, office.tokens, office.secrets, office.ids, office.lifetimes)
        .start(officer, Origin.INTERNAL, office.clock.instant());
  }

  private SessionId session(TokenPair pair) {
    return office.sessions.findForUpdate(pair.refresh().hash()).orElseThrow().session().id();
  }
}
