package io.calllog.offenders.application.client.service;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;

/** A service that everybody can see, and that nobody can ask. */
@UseCase(TxMode.NONE)
public class PublicService {}
