package io.calllog.rest.client;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.call.port.in.CallQueries;
import io.calllog.application.call.port.in.ClaimCalls;
import io.calllog.application.client.port.in.ClientQueries;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.in.EraseClient;
import io.calllog.application.client.port.in.MergeClient;
import io.calllog.application.client.port.in.RemoveClient;
import io.calllog.application.client.port.in.RestoreClient;
import io.calllog.application.client.port.in.ReviseClient;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.call.CallResponse;
import io.calllog.rest.call.ListCallsParameters;
import io.calllog.rest.shared.Addresses;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.EditedFrom;
import io.calllog.rest.shared.binding.Patch;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.problem.AuditedAs;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/clients", produces = MediaType.APPLICATION_JSON_VALUE)
class ClientController {

  private final ClientQueries queries;
  private final CallQueries calls;
  private final CreateClient create;
  private final ReviseClient revise;
  private final RemoveClient remove;
  private final RestoreClient restore;
  private final MergeClient merge;
  private final EraseClient erase;
  private final ClaimCalls claim;
  private final EntityTags tags;

  ClientController(
      ClientQueries queries,
      CallQueries calls,
      CreateClient create,
      ReviseClient revise,
      RemoveClient remove,
      RestoreClient restore,
      MergeClient merge,
      EraseClient erase,
      ClaimCalls claim,
      EntityTags tags) {
    this.queries = queries;
    this.calls = calls;
    this.create = create;
    this.revise = revise;
    this.remove = remove;
    this.restore = restore;
    this.merge = merge;
    this.erase = erase;
    this.claim = claim;
    this.tags = tags;
  }

  @GetMapping
  ResponseEntity<ClientsResponse> list(
      Actor actor, @QueryParameters ListClientsParameters parameters) {
    ClientFilter filter = parameters.filter().toFilter();
    ClientOrder order = parameters.filter().order();
    if (order == ClientOrder.NAME) {
      var list = new ListRequest(filter);
      var paging = list.paging(ByName.class, parameters.page());
      return answer(
          list.answer(queries.list(actor, filter, paging), ClientItemResponse::from),
          actor,
          filter);
    }
    var list = new ListRequest(filter, order);
    var paging = list.paging(ByLastCall.class, parameters.page());
    boolean latestFirst = order == ClientOrder.LATEST_CALL_FIRST;
    return answer(
        list.answer(
            queries.listByLastCall(actor, filter, latestFirst, paging), ClientItemResponse::from),
        actor,
        filter);
  }

  /** Adds what came in from a number that is looked up. */
  private ResponseEntity<ClientsResponse> answer(
      ResponseEntity<ItemsResponse<ClientItemResponse>> page, Actor actor, ClientFilter filter) {
    List<CallResponse> incoming =
        filter.phone() == null
            ? null
            : calls.latestFrom(actor, filter.phone()).stream().map(CallResponse::from).toList();
    return ResponseEntity.ok()
        .headers(page.getHeaders())
        .body(new ClientsResponse(Objects.requireNonNull(page.getBody()), incoming));
  }

  @PostMapping
  @AuditedAs(AuditAction.CLIENT_CREATED)
  ResponseEntity<NewClientResponse> create(
      Caller caller,
      @RequestBody CreateClientRequest request,
      @QueryParameters CreateClientParameters parameters) {
    CreateClient.Result result = create.create(request.toCommand(caller, parameters));
    Client client = result.client();
    var answer =
        result.repeated()
            ? ResponseEntity.ok()
            : ResponseEntity.created(Addresses.of("/api/clients/" + client.id()));
    return answer.eTag(EntityTags.of(client.version())).body(NewClientResponse.from(result));
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> get(Actor actor, @PathVariable ClientId id) {
    Client client = queries.find(actor, id);
    var response = ClientDetailsResponse.from(client, calls.historyWith(actor, id));
    return tags.respond(ResponseEntity.ok(), client.version(), response);
  }

  @GetMapping("/{id}/calls")
  ResponseEntity<ItemsResponse<CallResponse>> listCalls(
      Actor actor, @PathVariable ClientId id, @QueryParameters ListCallsParameters parameters) {
    var filter = parameters.filter().toFilter();
    var list = new ListRequest(filter, parameters.filter().order(), id);
    var paging = list.paging(ByStart.class, parameters.page());
    return list.answer(
        calls.listWith(actor, id, filter, parameters.filter().order(), paging), CallResponse::from);
  }

  @PutMapping("/{id}")
  @AuditedAs(AuditAction.CLIENT_CHANGED)
  ResponseEntity<ClientResponse> replace(
      Caller caller,
      @PathVariable ClientId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom({ClientDetailsResponse.class, NewClientResponse.class})
          ClientRequest request) {
    return revise(
        caller, id, expected, current -> request.toDetails(current.region(), current.phones()));
  }

  @PatchMapping(
      path = "/{id}",
      consumes = {"application/merge-patch+json", "application/json"})
  @AuditedAs(AuditAction.CLIENT_CHANGED)
  ResponseEntity<ClientResponse> patch(
      Caller caller,
      @PathVariable ClientId id,
      ExpectedVersion expected,
      @RequestBody @EditedFrom({ClientDetailsResponse.class, NewClientResponse.class})
          Patch<PatchClientRequest> patch) {
    return revise(
        caller,
        id,
        expected,
        current -> patch.apply(PatchClientRequest.of(current)).toDetails(current));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.CLIENT_DELETED)
  void delete(Caller caller, @PathVariable ClientId id, ExpectedVersion expected) {
    remove.remove(new RemoveClient.Command(caller, id, expected));
  }

  @PostMapping("/{id}/restore")
  @AuditedAs(AuditAction.CLIENT_RESTORED)
  ResponseEntity<ClientResponse> restore(Caller caller, @PathVariable ClientId id) {
    return answer(restore.restore(new RestoreClient.Command(caller, id)));
  }

  @PostMapping("/{id}/merge")
  @AuditedAs(AuditAction.CLIENT_MERGED)
  ResponseEntity<ClientResponse> merge(
      Caller caller, @PathVariable ClientId id, @RequestBody MergeClientRequest request) {
    return answer(merge.merge(new MergeClient.Command(caller, id, request.from())));
  }

  @PostMapping("/{id}/claim-calls")
  @AuditedAs(AuditAction.CLIENT_CHANGED)
  ClaimCalls.Result claimCalls(Caller caller, @PathVariable ClientId id) {
    return claim.claim(new ClaimCalls.Command(caller, id));
  }

  @PostMapping("/{id}/erase")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AuditedAs(AuditAction.CLIENT_ERASED)
  void erase(Caller caller, @PathVariable ClientId id) {
    erase.erase(new EraseClient.Command(caller, id));
  }

  private ResponseEntity<ClientResponse> revise(
      Caller caller, ClientId id, ExpectedVersion expected, UnaryOperator<ClientDetails> changes) {
    return answer(revise.revise(new ReviseClient.Command(caller, id, expected, changes)));
  }

  private static ResponseEntity<ClientResponse> answer(Client client) {
    return ResponseEntity.ok()
        .eTag(EntityTags.of(client.version()))
        .body(ClientResponse.from(client));
  }
}
