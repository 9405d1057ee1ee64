package io.calllog.rest.client;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.call.port.in.CallQueries;
import io.calllog.application.client.port.in.ClientQueries;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.in.EraseClient;
import io.calllog.application.client.port.in.RemoveClient;
import io.calllog.application.client.port.in.ReviseClient;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.call.CallResponse;
import io.calllog.rest.call.ListCallsParameters;
import io.calllog.rest.shared.EntityTags;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.Patch;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.openapi.ErrorStatuses;
import io.calllog.rest.shared.problem.AuditedAs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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
@Tag(name = "Clients", description = "The people and companies that officers talk to")
class ClientController {

  private final ClientQueries queries;
  private final CallQueries calls;
  private final CreateClient create;
  private final ReviseClient revise;
  private final RemoveClient remove;
  private final EraseClient erase;
  private final EntityTags tags;

  ClientController(
      ClientQueries queries,
      CallQueries calls,
      CreateClient create,
      ReviseClient revise,
      RemoveClient remove,
      EraseClient erase,
      EntityTags tags) {
    this.queries = queries;
    this.calls = calls;
    this.create = create;
    this.revise = revise;
    this.remove = remove;
    this.erase = erase;
    this.tags = tags;
  }

  @GetMapping
  @Operation(operationId = "listClients", summary = "List the clients you see, by name")
  @ApiResponse(responseCode = "200", description = "One page")
  ResponseEntity<ItemsResponse<ClientResponse>> list(
      Actor actor, @QueryParameters ListClientsParameters parameters) {
    var filter = parameters.toFilter();
    var list = new ListRequest(filter);
    var paging =
        list.paging(ByName.class, parameters.limit(), parameters.cursor(), parameters.count());
    return list.answer(queries.list(actor, filter, paging), ClientResponse::from);
  }

  @PostMapping
  @Operation(
      operationId = "createClient",
      summary = "Create a client",
      description =
          "The default region is yours, the default status is LEAD. If you are unassigned, you become"
              + " the owner of a client without an owner.")
  @ApiResponse(responseCode = "201", description = "The client")
  @ErrorStatuses({403, 409})
  @AuditedAs(AuditAction.CLIENT_CREATED)
  ResponseEntity<ClientResponse> create(Caller caller, @RequestBody ClientRequest request) {
    ClientDetails details = request.toDetails(Client.defaultRegion(caller.actor()));
    Client client = create.create(new CreateClient.Command(caller, details));
    return ResponseEntity.created(URI.create("/api/clients/" + client.id()))
        .eTag(EntityTags.of(client.version()))
        .body(ClientResponse.from(client));
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getClient", summary = "Get a client with its newest calls and totals")
  @ApiResponse(responseCode = "200", description = "The client")
  ResponseEntity<ClientDetailsResponse> get(Actor actor, @PathVariable ClientId id) {
    Client client = queries.find(actor, id);
    var response = ClientDetailsResponse.from(client, calls.historyWith(actor, id));
    return ResponseEntity.ok().eTag(tags.of(client.version(), response)).body(response);
  }

  @GetMapping("/{id}/calls")
  @Operation(
      operationId = "listClientCalls",
      summary = "List the calls of all officers with a client")
  @ApiResponse(responseCode = "200", description = "One page")
  ResponseEntity<ItemsResponse<CallResponse>> listCalls(
      Actor actor, @PathVariable ClientId id, @QueryParameters ListCallsParameters parameters) {
    var filter = parameters.toFilter();
    var list = new ListRequest(filter, parameters.order(), id);
    var paging =
        list.paging(ByStart.class, parameters.limit(), parameters.cursor(), parameters.count());
    return list.answer(
        calls.listWith(actor, id, filter, parameters.order(), paging), CallResponse::from);
  }

  @PutMapping("/{id}")
  @Operation(
      operationId = "replaceClient",
      summary = "Replace a client",
      description =
          "Omitted fields become null, the status becomes LEAD, and the region keeps its value.")
  @ApiResponse(responseCode = "200", description = "The client")
  @ErrorStatuses({403, 409})
  @AuditedAs(AuditAction.CLIENT_CHANGED)
  ResponseEntity<ClientResponse> replace(
      Caller caller,
      @PathVariable ClientId id,
      ExpectedVersion expected,
      @RequestBody ClientRequest request) {
    return revise(caller, id, expected, current -> request.toDetails(current.region()));
  }

  @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
  @Operation(operationId = "patchClient", summary = "Change some fields of a client")
  @ApiResponse(responseCode = "200", description = "The client")
  @ErrorStatuses({403, 409})
  @AuditedAs(AuditAction.CLIENT_CHANGED)
  ResponseEntity<ClientResponse> patch(
      Caller caller,
      @PathVariable ClientId id,
      ExpectedVersion expected,
      @RequestBody Patch<ClientDetails> patch) {
    return revise(caller, id, expected, patch);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteClient",
      summary = "Delete a client (MANAGER of the region, ADMIN)",
      description = "The client is hidden. Its calls keep its name.")
  @ApiResponse(responseCode = "204", description = "Deleted")
  @ErrorStatuses(403)
  @AuditedAs(AuditAction.CLIENT_DELETED)
  void delete(Caller caller, @PathVariable ClientId id, ExpectedVersion expected) {
    remove.remove(new RemoveClient.Command(caller, id, expected));
  }

  @PostMapping("/{id}/erase")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "eraseClient",
      summary = "Erase the personal data of a client (ADMIN)",
      description =
          "Permanently removes the name, the contact data and the comments of all calls with the"
              + " client, also from the audit trail. The calls and the figures stay.")
  @ApiResponse(responseCode = "204", description = "Erased")
  @ErrorStatuses({403, 409})
  @AuditedAs(AuditAction.CLIENT_ERASED)
  void erase(Caller caller, @PathVariable ClientId id) {
    erase.erase(new EraseClient.Command(caller, id));
  }

  private ResponseEntity<ClientResponse> revise(
      Caller caller, ClientId id, ExpectedVersion expected, UnaryOperator<ClientDetails> changes) {
    Client client = revise.revise(new ReviseClient.Command(caller, id, expected, changes));
    return ResponseEntity.ok()
        .eTag(EntityTags.of(client.version()))
        .body(ClientResponse.from(client));
  }
}
