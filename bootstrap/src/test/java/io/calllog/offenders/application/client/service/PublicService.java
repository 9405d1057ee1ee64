package io.calllog.offenders.application.client.service;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;

/** A public service without an in-port. */
@UseCase(TxMode.NONE)
public class PublicService {}
