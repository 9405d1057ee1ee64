package io.calllog.application.change.port.out;

import io.calllog.application.change.port.out.ChangeFeed.End;
import io.calllog.application.testing.Storage;
import java.util.function.Supplier;

class InMemoryChangesTest extends ChangeFeedContract {

  private final Storage storage = Storage.inMemory();
  private final InMemoryChanges changes =
      new InMemoryChanges(
          storage.regionViews(),
          storage.officerViews(),
          storage.clientViews(),
          storage.callViews(),
          storage.followUpViews());

  @Override
  protected ChangeFeed feed() {
    return changes;
  }

  @Override
  protected End settledEnd() {
    return changes.end();
  }

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    T result = work.get();
    changes.end(); // each transaction is one change
    return result;
  }
}
