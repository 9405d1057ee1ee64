package io.calllog.application.migration.view;

/** Is told what an import does. */
public interface ImportListener {

  /** A batch of a table is done. */
  void progress(NodeTable table, long done, long all);

  /** Something was left out. */
  void leftOut(LeftOut what);
}
