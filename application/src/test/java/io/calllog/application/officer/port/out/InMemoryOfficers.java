package io.calllog.application.officer.port.out;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.InMemoryTable;
import io.calllog.application.testing.Ordering;
import io.calllog.application.testing.SearchFold;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fake of the ports for officers. Thread-safe. */
public final class InMemoryOfficers
    implements OfficerRepository, OfficerViews, InMemoryRegions.Members {

  private final InMemoryTable<OfficerId, Officer> table =
      new InMemoryTable<>(Officer::id, Officer::version, InMemoryOfficers::withVersion);
  private final InMemoryRegions regions;

  /** Creates an empty fake. Officers are placed in these regions. */
  public InMemoryOfficers(InMemoryRegions regions) {
    this.regions = regions;
    regions.register(this);
  }

  @Override
  public Optional<Officer> find(OfficerId id) {
    return table.living(id);
  }

  @Override
  public Optional<Officer> findDeletedForUpdate(OfficerId id) {
    return table.deleted(id);
  }

  @Override
  public Optional<Officer> findForUpdate(OfficerId id) {
    return table.living(id);
  }

  @Override
  public Optional<Officer> findByEmail(EmailAddress email) {
    return table.living().stream()
        .filter(officer -> officer.details().email().key().equals(email.key()))
        .findAny();
  }

  @Override
  public synchronized void add(Officer officer) {
    requireRegions(officer.details(), null);
    requireFreeEmail(officer);
    if (!table.addIfAbsent(officer)) {
      throw new IllegalStateException("The id was used before: " + officer.id());
    }
  }

  @Override
  public synchronized Officer update(Officer officer) {
    requireRegions(
        officer.details(), table.living(officer.id()).map(Officer::details).orElse(null));
    requireFreeEmail(officer);
    return table.update(officer);
  }

  @Override
  public void remove(Officer officer, Instant now) {
    table.remove(officer);
  }

  @Override
  public synchronized Officer restore(Officer officer, Instant now) {
    OfficerDetails details = officer.details();
    regions.requireNotDeleted(details.region());
    details.leads().forEach(regions::requireNotDeleted);
    requireFreeEmail(officer);
    return table.restore(officer);
  }

  @Override
  public void erase(Officer officer, Instant now) {
    table.erase(officer);
  }

  @Override
  public long lockAndCountActiveAdmins() {
    return table.living().stream().filter(officer -> officer.details().isActiveAdmin()).count();
  }

  @Override
  public Optional<OfficerView> find(OfficerId id, Visibility visibility) {
    return table.living(id).filter(officer -> isVisible(officer, visibility)).map(OfficerView::of);
  }

  @Override
  public Slice<OfficerView, ByName> list(
      OfficerFilter filter, Visibility visibility, Paging<ByName> paging) {
    return Ordering.page(
        matching(filter, visibility), InMemoryOfficers::place, Ordering.BY_NAME, paging);
  }

  @Override
  public void export(OfficerFilter filter, Visibility visibility, Export<OfficerView> export) {
    Ordering.export(
        matching(filter, visibility), InMemoryOfficers::place, Ordering.BY_NAME, export);
  }

  private static ByName place(OfficerView view) {
    return new ByName(Ordering.folded(view.details().name().value()), view.id().value());
  }

  /** Returns all visible officers that match the filter. */
  public Stream<OfficerView> matching(OfficerFilter filter, Visibility visibility) {
    return table.living().stream()
        .filter(officer -> isVisible(officer, visibility) && passes(officer, filter))
        .map(OfficerView::of);
  }

  @Override
  public long officersIn(RegionPath path) {
    return table.living().stream().filter(o -> o.details().region().equals(path)).count();
  }

  @Override
  public boolean hasLeaderOf(RegionPath path) {
    return table.living().stream()
        .flatMap(officer -> officer.details().leads().stream())
        .anyMatch(path::contains);
  }

  @Override
  public void move(RegionPath from, RegionPath to) {
    table.replaceAll(officer -> withDetails(officer, moved(officer.details(), from, to)));
  }

  /** Returns the token version of an officer who was not deleted. */
  public Optional<Integer> tokenVersionOf(OfficerId id) {
    return table.living(id).map(Officer::tokenVersion);
  }

  /** Returns the name of an officer, deleted or not. */
  public String nameOf(OfficerId id) {
    return table.livingOrDeleted(id).orElseThrow().details().name().value();
  }

  /** Returns the region of an officer, deleted or not. */
  public RegionPath regionOf(OfficerId id) {
    return table.livingOrDeleted(id).orElseThrow().details().region();
  }

  /** Returns the name of the officer with this id, deleted or not; empty if there is none. */
  public Optional<Name> livingOrDeletedName(ActorId id) {
    return table.livingOrDeleted(new OfficerId(id.value())).map(o -> o.details().name());
  }

  private void requireRegions(OfficerDetails details, @Nullable OfficerDetails before) {
    if (before == null || !before.region().equals(details.region())) {
      regions.requireExists(details.region(), "region");
    }
    if (before == null || !before.leads().equals(details.leads())) {
      details.leads().forEach(region -> regions.requireExists(region, "leads"));
    }
  }

  private void requireFreeEmail(Officer officer) {
    if (findByEmail(officer.details().email())
        .filter(other -> !other.id().equals(officer.id()))
        .isPresent()) {
      throw new Conflict("email-taken", "Another account has this e-mail address.");
    }
  }

  private static boolean isVisible(Officer officer, Visibility visibility) {
    return visibility.covers(officer.details().region(), officer.id());
  }

  private static boolean passes(Officer officer, OfficerFilter filter) {
    OfficerDetails details = officer.details();
    return (filter.statuses().isEmpty() || filter.statuses().contains(details.status()))
        && (filter.roles().isEmpty() || filter.roles().contains(details.role()))
        && (filter.region() == null || filter.region().contains(details.region()))
        && (filter.text() == null
            || SearchFold.matches(
                filter.text(), details.name().value() + "\n" + details.email().value()));
  }

  private static OfficerDetails moved(OfficerDetails details, RegionPath from, RegionPath to) {
    return new OfficerDetails(
        details.name(),
        details.email(),
        details.phone(),
        moved(details.region(), from, to),
        details.leads().stream().map(region -> moved(region, from, to)).toList(),
        details.role(),
        details.status());
  }

  private static RegionPath moved(RegionPath region, RegionPath from, RegionPath to) {
    return from.contains(region) ? region.moved(from, to) : region;
  }

  private static Officer withDetails(Officer officer, OfficerDetails details) {
    return new Officer(
        officer.id(),
        details,
        officer.passwordHash(),
        officer.tokenVersion(),
        officer.createdAt(),
        officer.updatedAt(),
        officer.version());
  }

  private static Officer withVersion(Officer officer, long version) {
    return new Officer(
        officer.id(),
        officer.details(),
        officer.passwordHash(),
        officer.tokenVersion(),
        officer.createdAt(),
        officer.updatedAt(),
        version);
  }
}
