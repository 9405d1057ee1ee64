package io.calllog.application.analytics.view;

import static java.util.Comparator.comparing;

import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clients that are to be called again and again, by owner and region.
 *
 * @param parts by the name of the owner, then by id; those without an owner come last
 */
public record Coverage(List<Part> parts) {

  public Coverage {
    parts = List.copyOf(parts);
  }

  /**
   * The clients of one owner, who may be deleted, in one region, without the regions below it.
   *
   * @param ownerId null for clients without an owner, as the name
   */
  public record Part(
      @Nullable OfficerId ownerId, @Nullable String ownerName, RegionPath region, Counts counts) {}

  /** The clients of one owner. */
  public record OwnerCounts(
      @Nullable OfficerId ownerId, @Nullable String ownerName, Counts counts) {}

  /** The clients in a region and below it. */
  public record RegionCounts(RegionPath region, Counts counts) {}

  /** How many clients are in each state: see {@code CallCoverage}. */
  public record Counts(long inTime, long late, long neverCalled) {

    private static final Counts NONE = new Counts(0, 0, 0);

    /** Returns the number of all clients. */
    public long clients() {
      return inTime + late + neverCalled;
    }

    private Counts plus(Counts others) {
      return new Counts(
          inTime + others.inTime, late + others.late, neverCalled + others.neverCalled);
    }
  }

  /** Returns the counts of each owner, in the order of the parts. */
  public List<OwnerCounts> owners() {
    Map<Optional<OfficerId>, OwnerCounts> owners = new LinkedHashMap<>();
    for (Part part : parts) {
      owners.merge(
          Optional.ofNullable(part.ownerId()),
          new OwnerCounts(part.ownerId(), part.ownerName(), part.counts()),
          (sofar, next) ->
              new OwnerCounts(
                  sofar.ownerId(), sofar.ownerName(), sofar.counts().plus(next.counts())));
    }
    return List.copyOf(owners.values());
  }

  /** Returns the counts of each region that such clients are directly in, by path. */
  public List<RegionCounts> regions() {
    return parts.stream()
        .map(Part::region)
        .distinct()
        .sorted(comparing(RegionPath::path))
        .map(region ->
            new RegionCounts(
                region,
                sum(parts.stream().filter(part -> region.contains(part.region())).toList())))
        .toList();
  }

  /** Returns the counts of all clients. */
  public Counts total() {
    return sum(parts);
  }

  private static Counts sum(List<Part> parts) {
    return parts.stream().map(Part::counts).reduce(Counts.NONE, Counts::plus);
  }
}
