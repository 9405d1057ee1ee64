package io.calllog.offenders.local;

/** A class of the local services. */
public class LocalServer {}
