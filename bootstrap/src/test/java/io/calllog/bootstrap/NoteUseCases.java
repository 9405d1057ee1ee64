package io.calllog.bootstrap;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Small use cases of each mode, registered like those of the core. */
final class NoteUseCases implements ImportBeanDefinitionRegistrar {

  static final AtomicInteger EDITS = new AtomicInteger();

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata importing, BeanDefinitionRegistry registry) {
    UseCaseRegistrar.register(registry, NoteUseCases.class.getPackageName());
  }

  interface WriteNotes {
    void add(String note);

    void addAndFail(String note);

    /** Takes minutes with many short statements. */
    void addSlowly(String note);

    /** Waits for the other transaction after the first note; then each needs the other's note. */
    void edit(String first, String second, CyclicBarrier both);
  }

  interface ReadNotes {
    List<String> all();

    void addAnyway(String note);

    /** Reads twice, and runs an action in between. */
    List<String> allAfter(Runnable meanwhile);

    void takeMinutes();
  }

  interface SlowWork {
    boolean isInTransaction();

    void takeMinutes();

    void addInPartAndFail(String inPart);

    /** Like {@link WriteNotes#edit}, as a part of a use case. */
    void editInPart(String first, String second, CyclicBarrier both);
  }

  @UseCase(TxMode.WRITE)
  static final class WriteNotesService implements WriteNotes {

    private final JdbcClient jdbc;

    WriteNotesService(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public void add(String note) {
      insert(jdbc, note);
    }

    @Override
    public void addAndFail(String note) {
      insert(jdbc, note);
      throw new IllegalStateException("after the insert");
    }

    @Override
    public void addSlowly(String note) {
      insert(jdbc, note);
      for (int second = 0; second < 600; second++) {
        jdbc.sql("SELECT pg_sleep(1)").query().singleRow();
      }
    }

    @Override
    public void edit(String first, String second, CyclicBarrier both) {
      NoteUseCases.edit(jdbc, first, second, both);
    }
  }

  @UseCase(TxMode.NONE)
  static final class ReadNotesService implements ReadNotes {

    private final JdbcClient jdbc;
    private final UnitOfWork unitOfWork;

    ReadNotesService(@Qualifier("readDatabase") JdbcClient jdbc, UnitOfWork unitOfWork) {
      this.jdbc = jdbc;
      this.unitOfWork = unitOfWork;
    }

    @Override
    public List<String> all() {
      return jdbc.sql("SELECT note FROM proof_notes ORDER BY note")
          .query((row, number) -> row.getString("note"))
          .list();
    }

    @Override
    public void addAnyway(String note) {
      unitOfWork.snapshot(() -> {
        insert(jdbc, note);
        return note;
      });
    }

    @Override
    public List<String> allAfter(Runnable meanwhile) {
      return unitOfWork.snapshot(() -> {
        all();
        meanwhile.run();
        return all();
      });
    }

    @Override
    public void takeMinutes() {
      unitOfWork.snapshot(() -> {
        NoteUseCases.takeMinutes(jdbc);
        return "done";
      });
    }
  }

  @UseCase(TxMode.NONE)
  static final class SlowWorkService implements SlowWork {

    private final JdbcClient jdbc;
    private final UnitOfWork unitOfWork;

    SlowWorkService(JdbcClient jdbc, UnitOfWork unitOfWork) {
      this.jdbc = jdbc;
      this.unitOfWork = unitOfWork;
    }

    @Override
    public boolean isInTransaction() {
      return TransactionSynchronizationManager.isActualTransactionActive();
    }

    @Override
    public void takeMinutes() {
      NoteUseCases.takeMinutes(jdbc);
    }

    @Override
    public void addInPartAndFail(String inPart) {
      unitOfWork.write(() -> {
        insert(jdbc, inPart);
        throw new IllegalStateException("after the insert");
      });
    }

    @Override
    public void editInPart(String first, String second, CyclicBarrier both) {
      unitOfWork.write(() -> {
        edit(jdbc, first, second, both);
        return first;
      });
    }
  }

  private static void edit(JdbcClient jdbc, String first, String second, CyclicBarrier both) {
    boolean firstAttempt = EDITS.incrementAndGet() <= both.getParties();
    touch(jdbc, first);
    if (firstAttempt) {
      await(both);
    }
    touch(jdbc, second);
  }

  private static void touch(JdbcClient jdbc, String note) {
    jdbc.sql("UPDATE proof_notes SET edits = edits + 1 WHERE note = ?").param(note).update();
  }

  private static void await(CyclicBarrier both) {
    try {
      both.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void takeMinutes(JdbcClient jdbc) {
    jdbc.sql("SELECT pg_sleep(600)").query().singleRow();
  }

  private static void insert(JdbcClient jdbc, String note) {
    jdbc.sql("INSERT INTO proof_notes (note) VALUES (?)").param(note).update();
  }
}
