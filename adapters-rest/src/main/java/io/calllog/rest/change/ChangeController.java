package io.calllog.rest.change;

import io.calllog.application.change.port.in.ChangeQueries;
import io.calllog.application.change.view.ChangePage;
import io.calllog.application.shared.Cursor.ByChange;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.change.ChangesResponse.Item;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.QueryParameters;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/changes", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangeController {

  private final ChangeQueries queries;

  ChangeController(ChangeQueries queries) {
    this.queries = queries;
  }

  @GetMapping
  ChangesResponse list(Actor actor, @QueryParameters ListChangesParameters parameters) {
    var list = new ListRequest("changes", parameters.inCursors());
    String cursor = parameters.cursor();
    ByChange after = cursor == null ? null : list.read(cursor, ByChange.class);
    ChangePage page = queries.list(actor, parameters.wanted(), parameters.maximum(), after);
    return new ChangesResponse(
        page.items().stream().map(Item::of).toList(), list.write(page.next()), page.more());
  }
}
