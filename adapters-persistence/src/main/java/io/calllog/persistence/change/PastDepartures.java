package io.calllog.persistence.change;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes departures that no cursor needs any more, because cursors are valid for 90 days. */
@Component
class PastDepartures {

  private final JdbcClient database;

  PastDepartures(JdbcClient database) {
    this.database = database;
  }

  @Bean
  RecurringTask<Void> pastDeparturesJob() {
    return Tasks.recurring("past-departures", FixedDelay.ofHours(1)).execute((_, _) -> forget());
  }

  /** Each statement deletes a limited number of rows, so that none takes long. */
  void forget() {
    while (database.sql("SELECT forget_departures()").query(Long.class).single() > 0) {}
  }
}
