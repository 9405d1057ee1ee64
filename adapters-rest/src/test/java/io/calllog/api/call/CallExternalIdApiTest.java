package io.calllog.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The id of a call in another system. */
@RestOnFakes
class CallExternalIdApiTest {

  private static final String CALLS = "/api/calls";

  private final Api api;

  CallExternalIdApiTest(Accounts accounts) {
    this.api = accounts.officer(Accounts.newRegion()).api();
  }

  @Test
  void is_set_changed_found_and_removed() {
    String id = UUID.randomUUID().toString();
    Answer call = api.post(CALLS, Samples.call("externalId", id)).expect(201);
    api.post(CALLS, Samples.call("externalId", id + "b")).expect(201);
    String path = call.header("Location");

    assertThat(call.text("/externalId")).isEqualTo(id);
    Answer found = api.get(CALLS + "?count=true&externalId=" + id).expect(200);
    assertThat(found.text("/items/0/id")).isEqualTo(call.id());
    assertThat(found.json().at("/total").asInt()).isEqualTo(1);
    assertThat(api.patch(path, Api.json("externalId", "other")).text("/externalId"))
        .isEqualTo("other");
    assertThat(api.put(path, Samples.call()).json().path("externalId").isNull()).isTrue();
  }

  @Test
  void may_be_the_same_for_several_calls() {
    String id = UUID.randomUUID().toString();
    api.post(CALLS, Samples.call("externalId", id)).expect(201);
    api.post(CALLS, Samples.call("externalId", id)).expect(201);

    assertThat(
            api.get(CALLS + "?count=true&externalId=" + id).expect(200).json().at("/total").asInt())
        .isEqualTo(2);
  }
}
