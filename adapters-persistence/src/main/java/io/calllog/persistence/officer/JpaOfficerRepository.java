package io.calllog.persistence.officer;

import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.persistence.region.Placement;
import io.calllog.persistence.shared.Violations;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JpaOfficerRepository implements OfficerRepository {

  private static final String UNIQUE_EMAIL = "officers_email_key_of_living";

  private final OfficerJpaRepository rows;
  private final OfficerEntityMapper mapper;
  private final Placement placement;
  private final EntityManager entityManager;
  private final JdbcClient database;

  JpaOfficerRepository(
      OfficerJpaRepository rows,
      OfficerEntityMapper mapper,
      Placement placement,
      EntityManager entityManager,
      JdbcClient database) {
    this.rows = rows;
    this.mapper = mapper;
    this.placement = placement;
    this.entityManager = entityManager;
    this.database = database;
  }

  @Override
  public Optional<Officer> find(OfficerId id) {
    return rows.findByIdAndDeletedAtIsNull(id.value()).map(mapper::toOfficer);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Officer> findForUpdate(OfficerId id) {
    entityManager.clear(); // to read the last committed state; all writes are flushed
    return rows.findLocked(id.value()).map(mapper::toOfficer);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Officer> findDeletedForUpdate(OfficerId id) {
    entityManager.clear(); // to read the last committed state; all writes are flushed
    return rows.findDeletedLocked(id.value()).map(mapper::toOfficer);
  }

  @Override
  public Optional<Officer> findByEmail(EmailAddress email) {
    return rows.findByEmailKeyAndDeletedAtIsNull(email.key()).map(mapper::toOfficer);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Officer officer) {
    var row = new OfficerEntity();
    mapper.write(officer, row);
    place(officer, row, List.of(), List.of());
    withUniqueEmail(() -> rows.saveAndFlush(row));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Officer update(Officer officer) {
    OfficerEntity row = rows.current(officer.id().value(), officer.version());
    mapper.write(officer, row);
    place(officer, row, List.of(row.regionKey), row.leads);
    return mapper.toOfficer(withUniqueEmail(() -> rows.change(row)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Officer officer, Instant now) {
    OfficerEntity row = rows.current(officer.id().value(), officer.version());
    row.markDeleted(now);
    rows.change(row);
  }

  /** Regions may have been created again, so their keys are looked up. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Officer restore(Officer officer, Instant now) {
    OfficerEntity row = rows.currentOrDeleted(officer.id().value(), officer.version());
    row.markRestored(now);
    OfficerDetails details = officer.details();
    List<List<Integer>> keys =
        placement.keysOfRestored(
            new Placement.Field("region", List.of(details.region()), List.of()),
            new Placement.Field("leads", details.leads(), List.of()));
    row.regionKey = keys.getFirst().getFirst();
    row.leads = keys.getLast();
    return mapper.toOfficer(withUniqueEmail(() -> rows.change(row)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(Officer officer, Instant now) {
    OfficerEntity row = rows.currentOrDeleted(officer.id().value(), officer.version());
    mapper.write(officer, row);
    if (!row.isDeleted()) {
      row.markDeleted(now);
    }
    rows.change(row);
  }

  /** Uses an advisory lock, because row locks do not cover officers who become administrators. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public long lockAndCountActiveAdmins() {
    database
        .sql("SELECT count(*) FROM pg_advisory_xact_lock(hashtextextended('active_admins', 0))")
        .query(Long.class)
        .single();
    return rows.countByRoleAndStatusAndDeletedAtIsNull(Role.ADMIN, OfficerStatus.ACTIVE);
  }

  /** Sets the keys of the regions. The last parameters are the keys that are stored. */
  private void place(
      Officer officer, OfficerEntity row, List<Integer> region, List<Integer> leads) {
    OfficerDetails details = officer.details();
    List<List<Integer>> keys =
        placement.keys(
            new Placement.Field("region", List.of(details.region()), region),
            new Placement.Field("leads", details.leads(), leads));
    row.regionKey = keys.getFirst().getFirst();
    row.leads = keys.getLast();
  }

  private static OfficerEntity withUniqueEmail(Supplier<OfficerEntity> write) {
    try {
      return write.get();
    } catch (DataIntegrityViolationException e) {
      if (Violations.violates(e, UNIQUE_EMAIL)) {
        throw new Conflict("email-taken", "Another officer has this e-mail address.");
      }
      throw e;
    }
  }
}
