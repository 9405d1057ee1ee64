package io.calllog.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client with an id that the sender made, so that the request can be repeated. */
@RestOnFakes
class RepeatedClientApiTest {

  private static final String PATH = "/api/clients";

  private final Account officer;
  private final Account manager;
  private final Account admin;

  RepeatedClientApiTest(Accounts accounts) {
    this.admin = accounts.admin();
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
  }

  @Test
  void is_created_once() {
    for (String id : new String[] {UUID.randomUUID().toString(), Samples.callId(Instant.now())}) {
      var request = Samples.wholeClient("id", id);
      Answer first = officer.api().post(PATH, request).expect(201);
      assertThat(first.id()).isEqualTo(id);
      assertThat(first.header("Location")).isEqualTo(PATH + "/" + id);
      Answer renamed =
          manager.api().patch(PATH + "/" + id, Api.json("name", "Renamed")).expect(200);

      Answer second = officer.api().post(PATH, request).expect(200);

      for (String field : renamed.json().propertyNames()) {
        assertThat(second.at("/" + field)).as(field).isEqualTo(renamed.at("/" + field));
      }
      assertThat(second.etag()).isEqualTo(renamed.etag());
      assertThat(second.header("Location")).isEmpty();
    }
  }

  @Test
  void is_refused_when_another_request_used_the_id() {
    String id = UUID.randomUUID().toString();
    officer.api().post(PATH, Samples.client("id", id)).expect(201);

    officer.api().post(PATH, Samples.client("id", id)).expectProblem(409, "client-id-taken");
  }

  @Test
  void is_refused_when_it_was_deleted() {
    var request = Samples.client("id", UUID.randomUUID().toString());
    Answer created = officer.api().post(PATH, request).expect(201);
    manager.api().delete(PATH + "/" + created.id()).expect(204);

    officer.api().post(PATH, request).expectProblem(409, "client-deleted");

    admin.api().post(PATH + "/" + created.id() + "/erase", Api.json()).expect(204);

    officer.api().post(PATH, request).expectProblem(409, "client-deleted");
  }

  @Test
  void needs_a_uuid_of_version_4_or_7() {
    for (String id : new String[] {"7", "c232ab00-9414-11ec-b3c8-9f6bdeced846"}) {
      Answer refused = officer.api().post(PATH, Samples.client("id", id)).expect(400);
      assertThat(ProblemShape.places(refused)).containsExactly("/id");
    }
  }
}
