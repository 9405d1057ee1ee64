package io.calllog.api;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.slf4j.MDC;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Records the statements that a request sends to PostgreSQL. A request is recognised by its trace
 * id, so other requests and background work do not count. Thread-safe.
 *
 * <p>A batch counts as one statement. {@code BEGIN} is not listed, because the driver sends it
 * together with the statement that follows.
 */
final class SentStatements implements BeanPostProcessor {

  private final Map<String, List<String>> byTrace = new ConcurrentHashMap<>();

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource dataSource
        ? ProxyDataSourceBuilder.create(dataSource)
            .afterQuery((_, queries) -> queries.stream().limit(1).forEach(this::record))
            .afterMethod(this::recordEndOfTransaction)
            .build()
        : bean;
  }

  /** Starts to record the statements of a trace; they are added to the list that this returns. */
  List<String> of(String traceId) {
    List<String> statements = new CopyOnWriteArrayList<>();
    byTrace.put(traceId, statements);
    return statements;
  }

  private void record(QueryInfo query) {
    record(query.getQuery().strip().replaceAll("\\s+", " "));
  }

  private void recordEndOfTransaction(MethodExecutionContext execution) {
    String method = execution.getMethod().getName();
    if (execution.getTarget() instanceof Connection && method.matches("commit|rollback")) {
      record(method);
    }
  }

  private void record(String statement) {
    String traceId = MDC.get("traceId");
    if (traceId != null && byTrace.containsKey(traceId)) {
      byTrace.get(traceId).add(statement);
    }
  }
}
