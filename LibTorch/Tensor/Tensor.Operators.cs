using System.Numerics;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // C#'s operators and conversions.
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => Operators.add_Tensor.Call(left, right);

        public static Tensor operator +(Tensor left, Scalar right) => Operators.add_Scalar.Call(left, right);

        public static Tensor operator +(Tensor left, int right) => Operators.add_Scalar.Call(left, right);

        public static Tensor operator +(Tensor left, long right) => Operators.add_Scalar.Call(left, right);

        public static Tensor operator +(Tensor left, float right) => Operators.add_Scalar.Call(left, (double)right);

        public static Tensor operator +(Tensor left, double right) => Operators.add_Scalar.Call(left, right);

        public static Tensor operator +(Scalar left, Tensor right) => Operators.add_Scalar.Call(right, left);

        public static Tensor operator +(int left, Tensor right) => Operators.add_Scalar.Call(right, left);

        public static Tensor operator +(long left, Tensor right) => Operators.add_Scalar.Call(right, left);

        public static Tensor operator +(float left, Tensor right) => Operators.add_Scalar.Call(right, (double)left);

        public static Tensor operator +(double left, Tensor right) => Operators.add_Scalar.Call(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => Operators.mul_Tensor.Call(left, right);

        public static Tensor operator *(Tensor left, Scalar right) => Operators.mul_Scalar.Call(left, right);

        public static Tensor operator *(Tensor left, int right) => Operators.mul_Scalar.Call(left, right);

        public static Tensor operator *(Tensor left, long right) => Operators.mul_Scalar.Call(left, right);

        public static Tensor operator *(Tensor left, float right) => Operators.mul_Scalar.Call(left, (double)right);

        public static Tensor operator *(Tensor left, double right) => Operators.mul_Scalar.Call(left, right);

        public static Tensor operator *(Scalar left, Tensor right) => Operators.mul_Scalar.Call(right, left);

        public static Tensor operator *(int left, Tensor right) => Operators.mul_Scalar.Call(right, left);

        public static Tensor operator *(long left, Tensor right) => Operators.mul_Scalar.Call(right, left);

        public static Tensor operator *(float left, Tensor right) => Operators.mul_Scalar.Call(right, (double)left);

        public static Tensor operator *(double left, Tensor right) => Operators.mul_Scalar.Call(right, left);

        public static Tensor operator -(Tensor tensor) => Operators.neg.Call(tensor);

        public static Tensor operator -(Tensor left, Tensor right) => Operators.sub_Tensor.Call(left, right);

        public static Tensor operator -(Tensor left, Scalar right) => Operators.sub_Scalar.Call(left, right);

        public static Tensor operator -(Tensor left, int right) => Operators.sub_Scalar.Call(left, right);

        public static Tensor operator -(Tensor left, long right) => Operators.sub_Scalar.Call(left, right);

        public static Tensor operator -(Tensor left, float right) => Operators.sub_Scalar.Call(left, (double)right);

        public static Tensor operator -(Tensor left, double right) => Operators.sub_Scalar.Call(left, right);

        public static Tensor operator -(Scalar left, Tensor right) => Operators.rsub_Scalar.Call(right, left);

        public static Tensor operator -(int left, Tensor right) => Operators.rsub_Scalar.Call(right, left);

        public static Tensor operator -(long left, Tensor right) => Operators.rsub_Scalar.Call(right, left);

        public static Tensor operator -(float left, Tensor right) => Operators.rsub_Scalar.Call(right, (double)left);

        public static Tensor operator -(double left, Tensor right) => Operators.rsub_Scalar.Call(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => Operators.div_Tensor.Call(left, right);

        public static Tensor operator /(Tensor left, Scalar right) => Operators.div_Scalar.Call(left, right);

        public static Tensor operator /(Tensor left, int right) => Operators.div_Scalar.Call(left, right);

        public static Tensor operator /(Tensor left, long right) => Operators.div_Scalar.Call(left, right);

        public static Tensor operator /(Tensor left, float right) => Operators.div_Scalar.Call(left, (double)right);

        public static Tensor operator /(Tensor left, double right) => Operators.div_Scalar.Call(left, right);

        public static Tensor operator /(Scalar left, Tensor right) => Quotient(left, right);

        public static Tensor operator /(int left, Tensor right) => Quotient(left, right);

        public static Tensor operator /(long left, Tensor right) => Quotient(left, right);

        public static Tensor operator /(float left, Tensor right) => Quotient((double)left, right);

        public static Tensor operator /(double left, Tensor right) => Quotient(left, right);

        public static Tensor operator %(Tensor left, Tensor right) => Operators.remainder_Tensor.Call(left, right);

        public static Tensor operator %(Tensor left, Scalar right) => Operators.remainder_Scalar.Call(left, right);

        public static Tensor operator %(Tensor left, int right) => Operators.remainder_Scalar.Call(left, right);

        public static Tensor operator %(Tensor left, long right) => Operators.remainder_Scalar.Call(left, right);

        public static Tensor operator %(Tensor left, float right) => Operators.remainder_Scalar.Call(left, (double)right);

        public static Tensor operator %(Tensor left, double right) => Operators.remainder_Scalar.Call(left, right);

        public static Tensor operator &(Tensor left, Tensor right) => Operators.bitwise_and_Tensor.Call(left, right);

        public static Tensor operator |(Tensor left, Tensor right) => Operators.bitwise_or_Tensor.Call(left, right);

        public static Tensor operator ^(Tensor left, Tensor right) => Operators.bitwise_xor_Tensor.Call(left, right);

        public static Tensor operator ~(Tensor left) => Operators.bitwise_not.Call(left);

        public static Tensor operator ==(Tensor left, Tensor right) => Operators.eq_Tensor.Call(left, right);

        public static Tensor operator ==(Tensor left, Scalar right) => Operators.eq_Scalar.Call(left, right);

        public static Tensor operator ==(Scalar left, Tensor right) => Operators.eq_Scalar.Call(right, left);

        public static Tensor operator !=(Tensor left, Tensor right) => Operators.ne_Tensor.Call(left, right);

        public static Tensor operator !=(Tensor left, Scalar right) => Operators.ne_Scalar.Call(left, right);

        public static Tensor operator !=(Scalar left, Tensor right) => Operators.ne_Scalar.Call(right, left);

        public static Tensor operator <(Tensor left, Tensor right) => Operators.lt_Tensor.Call(left, right);

        public static Tensor operator <(Tensor left, Scalar right) => Operators.lt_Scalar.Call(left, right);

        public static Tensor operator <(Scalar left, Tensor right) => Operators.gt_Scalar.Call(right, left);

        public static Tensor operator <=(Tensor left, Tensor right) => Operators.le_Tensor.Call(left, right);

        public static Tensor operator <=(Tensor left, Scalar right) => Operators.le_Scalar.Call(left, right);

        public static Tensor operator <=(Scalar left, Tensor right) => Operators.ge_Scalar.Call(right, left);

        public static Tensor operator >(Tensor left, Tensor right) => Operators.gt_Tensor.Call(left, right);

        public static Tensor operator >(Tensor left, Scalar right) => Operators.gt_Scalar.Call(left, right);

        public static Tensor operator >(Scalar left, Tensor right) => Operators.lt_Scalar.Call(right, left);

        public static Tensor operator >=(Tensor left, Tensor right) => Operators.ge_Tensor.Call(left, right);

        public static Tensor operator >=(Tensor left, Scalar right) => Operators.ge_Scalar.Call(left, right);

        public static Tensor operator >=(Scalar left, Tensor right) => Operators.le_Scalar.Call(right, left);

        public static implicit operator Tensor(byte value) => torch.tensor(value);

        public static implicit operator Tensor(sbyte value) => torch.tensor(value);

        public static implicit operator Tensor(short value) => torch.tensor(value);

        public static implicit operator Tensor(int value) => torch.tensor(value);

        public static implicit operator Tensor(long value) => torch.tensor(value);

        public static implicit operator Tensor(float value) => torch.tensor(value);

        public static implicit operator Tensor(double value) => torch.tensor(value);

        public static implicit operator Tensor(bool value) => torch.tensor(value);

        public static implicit operator Tensor((float, float) value) => torch.tensor(value);

        public static implicit operator Tensor(Complex value) => torch.tensor(value);

        public static implicit operator Tensor(byte[] value) => torch.tensor(value);

        public static implicit operator Tensor(sbyte[] value) => torch.tensor(value);

        public static implicit operator Tensor(short[] value) => torch.tensor(value);

        public static implicit operator Tensor(int[] value) => torch.tensor(value);

        public static implicit operator Tensor(long[] value) => torch.tensor(value);

        public static implicit operator Tensor(float[] value) => torch.tensor(value);

        public static implicit operator Tensor(double[] value) => torch.tensor(value);

        public static implicit operator Tensor(bool[] value) => torch.tensor(value);

        public static implicit operator Tensor((float, float)[] value) => torch.tensor(value);

        public static implicit operator Tensor(Complex[] value) => torch.tensor(value);

        public static implicit operator Tensor(Scalar scalar) => Operators.full.Call(Array.Empty<long>(), scalar, scalar.Type);

        public static explicit operator float(Tensor value) => value.ToScalar().ToSingle();

        public static explicit operator double(Tensor value) => value.ToScalar().ToDouble();

        public static explicit operator sbyte(Tensor value) => value.ToScalar().ToSByte();

        public static explicit operator byte(Tensor value) => value.ToScalar().ToByte();

        public static explicit operator short(Tensor value) => value.ToScalar().ToInt16();

        public static explicit operator int(Tensor value) => value.ToScalar().ToInt32();

        public static explicit operator long(Tensor value) => value.ToScalar().ToInt64();

        public static explicit operator bool(Tensor value) => value.ToScalar().ToBoolean();

        // PyTorch divides a number by a tensor the same way.
        private static Tensor Quotient(Argument left, Tensor right)
        {
            using var reciprocal = Operators.reciprocal.Call(right);
            return Operators.mul_Scalar.Call(reciprocal, left);
        }
    }
}
