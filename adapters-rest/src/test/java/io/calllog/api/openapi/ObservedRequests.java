package io.calllog.api.openapi;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.Exchange;
import io.calllog.api.OpenApiContract;
import io.calllog.api.OpenApiDocument;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;

/** Sends requests and notes which answers occurred. */
final class ObservedRequests {

  final Accounts accounts;
  final OpenApiDocument document;

  /** The operations and their answers, such as {@code GET /api/calls 200}. */
  final Set<String> seen = new ConcurrentSkipListSet<>();

  final Api anonymous;
  final Api admin;

  ObservedRequests(Api api, Accounts accounts) {
    this.accounts = accounts;
    this.document = new OpenApiDocument(api);
    var contract = new OpenApiContract(document);
    this.anonymous = api.anonymous().observedBy(contract.andThen(this::note));
    this.admin = accounts.admin().api().observedBy(contract.andThen(this::note));
  }

  /** Notes an answer. */
  void note(Exchange exchange) {
    document
        .operation(exchange.method(), exchange.uri().getRawPath())
        .ifPresent(operation -> seen.add(operation.name() + " " + exchange.answer().status()));
  }

  /** Reads, and reads again with the entity tag. */
  void readTwice(String path) {
    Answer read = admin.get(path).expect(200);
    admin.with("If-None-Match", read.etag()).get(path).expect(304);
  }

  /** Changes with an entity tag of another version, and replaces something unknown. */
  void mismatch(String path, Object replacement) {
    Api stale = admin.ifMatch("\"77\"");
    stale.put(path, replacement).expect(412);
    String collection = path.substring(0, path.lastIndexOf('/') + 1);
    admin.put(collection + UUID.randomUUID(), replacement).expect(404);
    stale.patch(path, Api.json()).expect(412);
    stale.delete(path).expect(412);
  }

  /** Returns the requests of a new officer. They are not compared with the document. */
  Api asOfficer() {
    return accounts.officer(Accounts.newRegion()).api().observedBy(this::note);
  }
}
