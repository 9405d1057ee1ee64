package io.calllog.offenders.local;

/** Something of the local services. */
public class LocalServer {}
