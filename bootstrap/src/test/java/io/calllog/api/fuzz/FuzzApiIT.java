package io.calllog.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.ProblemShape;
import io.calllog.api.RawHttp;
import io.calllog.api.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Random requests never cause a 5xx status, every error has the documented shape, and no answer
 * reveals internals. Each run sends the same requests, so that it fails only for changes of the
 * code. {@code -Dfuzz.seed=…} sends others, and {@code -Dfuzz.requests=…} changes their number.
 */
@ApiTest
class FuzzApiIT {

  private static final long SEED = Long.getLong("fuzz.seed", 20_261_122L);
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_500);

  private final RawHttp raw;
  private final Actors actors;
  private final RandomRequest requests;
  private final List<String> things = new ArrayList<>();

  FuzzApiIT(Api api, Accounts accounts) {
    this.raw = new RawHttp(api);
    String region = Accounts.newRegion();
    this.actors = new Actors(accounts, region);
    for (int i = 0; i < ValidBody.REGIONS; i++) {
      accounts.region(ValidBody.region(i));
    }
    things.add(accounts.officer(region).id());
    things.add(accounts.officer(region + "/Below").id());
    for (int i = 0; i < 10; i++) {
      addThings();
    }
    this.requests = new RandomRequest(new OpenApiDocument(api), actors, things);
  }

  @Test
  void random_requests_cause_no_server_error_and_reveal_no_internals() {
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      if (i % 50 == 49) { // earlier ones may be deleted by now
        things.subList(2, 4).clear();
        addThings();
      }
      byte[] request = requests.next(new Random(SEED + i));
      try {
        Answer answer = raw.send(request);
        statuses.merge(answer.status(), 1, Integer::sum);
        if (answer.status() == 401) {
          actors.replaceSignedOut();
        }
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        if (answer.status() >= 400 && !answer.request().startsWith("HEAD ")) {
          ProblemShape.require(answer);
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(
            "-Dfuzz.seed=%s -Dfuzz.requests=1 sent:%n%s"
                .formatted(SEED + i, new String(request, StandardCharsets.ISO_8859_1)),
            e);
      }
    }
    System.out.printf(
        "Requests from -Dfuzz.seed=%s on: %s, %s actors replaced%n",
        SEED, statuses, actors.replacements());
    // If all requests were answered with 401, they would test nothing.
    assertThat(statuses.keySet()).contains(200, 201, 204, 400, 401, 403, 404, 405, 406, 415);
    assertThat(statuses.get(401)).isLessThan(REQUESTS / 5);
  }

  /** A client and a call with this client. */
  private void addThings() {
    actors.replaceSignedOut();
    String client = made(() -> actors.manager().api().post("/api/clients", Samples.client()));
    things.add(client);
    var call = Samples.call("clientId", client);
    things.add(made(() -> actors.officer().api().post("/api/calls", call)));
  }

  /** Creates a resource and returns its id. Replaces the actor if it was signed out meanwhile. */
  private String made(Supplier<Answer> request) {
    Answer answer = request.get();
    while (answer.status() == 401) {
      actors.replaceSignedOut();
      answer = request.get();
    }
    return answer.expect(201).id();
  }
}
