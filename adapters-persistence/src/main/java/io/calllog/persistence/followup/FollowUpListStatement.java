package io.calllog.persistence.followup;

import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.FirstRows;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builds the query for the first follow-ups of a page. Indexes have the state before the time, and
 * the officer, the region, or the region or owner of the client before both. So the first rows of
 * each state are read in order, also if many that are done were due before those that are open.
 *
 * @param calls the visible calls that the filter admits: a follow-up is visible like a call of its
 *     officer
 * @param clients the visible clients
 */
record FollowUpListStatement(
    FollowUpFilter filter, Reach calls, Reach clients, Paging<ByTime> paging, Instant now) {

  private static final String ORDER = "f.due_at, f.id";

  /** Returns the query. */
  String sql(Parameters parameters) {
    List<String> branches = new ArrayList<>();
    for (FollowUpState state : FollowUpConditions.states(filter)) {
      Conditions range = range(parameters, state);
      if (!filter.officers().isEmpty()) {
        branches.add(ofOfficers(parameters, range));
      } else if (!filter.clients().isEmpty()) {
        branches.add(byOfficer(parameters).first(range.and(visible(parameters).sql())));
      } else {
        addVisible(branches, parameters, range);
      }
    }
    if (branches.isEmpty()) {
      return byOfficer(parameters).first(new Conditions(parameters).and("FALSE"));
    }
    // UNION, because a follow-up can be visible both by its officer and by its client.
    return byOfficer(parameters).firstOf("(" + String.join(") UNION (", branches) + ")");
  }

  private Conditions range(Parameters parameters, FollowUpState state) {
    Conditions range = FollowUpConditions.due(parameters, filter);
    range.and("f.state = '%s'".formatted(state));
    if (filter.overdue() != null && state == FollowUpState.OPEN) {
      range.and(filter.overdue() ? "f.due_at < ?" : "f.due_at >= ?", Times.parameter(now));
    }
    ByTime after = paging.after();
    if (after != null) {
      range.and("(f.due_at, f.id) > (?, ?)", Times.parameter(after.at()), after.id());
    }
    return range;
  }

  private String ofOfficers(Parameters parameters, Conditions range) {
    Object[] ids = filter.officers().stream().map(OfficerId::value).toArray(UUID[]::new);
    String visible = range.sql() + " AND " + visible(parameters).sql();
    return byOfficer(parameters).merged("officer_id", ids, visible);
  }

  private void addVisible(List<String> branches, Parameters parameters, Conditions range) {
    branches.add(byOfficer(parameters).visible(calls, range, new Conditions(parameters)));
    if (calls.owner() == null && Objects.equals(calls.regions(), calls.wanted())) {
      return; // all that the filter admits
    }
    var filtered = new Conditions(parameters);
    @Nullable List<Integer> wanted = calls.wanted();
    if (wanted != null && (clients.regions() == null || wanted.size() < clients.regions().size())) {
      filtered.visible(clients, "f.client_region_key", "f.client_owner_id");
      Reach all = new Reach(wanted, null, wanted);
      branches.add(byOfficer(parameters).visible(all, range, filtered));
    } else {
      filtered.inRegion("f.region_key", wanted);
      branches.add(byClient(parameters).visible(clients, range, filtered));
    }
  }

  private Conditions visible(Parameters parameters) {
    return FollowUpConditions.others(parameters, filter, calls, clients);
  }

  private FirstRows byOfficer(Parameters parameters) {
    return rows(parameters, "region_key", "officer_id");
  }

  private FirstRows byClient(Parameters parameters) {
    return rows(parameters, "client_region_key", "client_owner_id");
  }

  private FirstRows rows(Parameters parameters, String region, String owner) {
    int limit = Pages.rowsFor(paging);
    return new FirstRows(parameters, "follow_ups", "f", region, owner, ORDER, limit);
  }
}
