/** Breaks rules on purpose. */
@NullMarked
package io.calllog.offenders.application.officer.service;

import org.jspecify.annotations.NullMarked;
