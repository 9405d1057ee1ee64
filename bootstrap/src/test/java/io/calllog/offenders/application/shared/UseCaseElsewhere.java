package io.calllog.offenders.application.shared;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;

@UseCase(TxMode.NONE)
class UseCaseElsewhere {}
